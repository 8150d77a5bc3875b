package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import givbridge.link.LanePlantLink;
import givbridge.link.LinkException;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.Lanes;
import givbridge.plant.Device;
import givbridge.plant.Topology;
import givbridge.poll.PollTables;
import givbridge.registers.Value;
import givbridge.simulator.Profiles;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.HastyLane;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import givbridge.view.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every simulated family, over a real socket, is found for what it is. */
class FamiliesOnTheWireTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);

  private static final Instant NOON = Instant.parse("2026-06-24T11:20:00Z");
  private static final Map<String, Found> FOUND = new ConcurrentHashMap<>();

  /**
   * What a poll gave.
   *
   * @param truth what the plant says of itself
   */
  private record Found(View view, Map<String, Object> truth) {
    Topology topology() {
      return view.snapshot().topology();
    }
  }

  /** All at once, since looking for what is not there is waiting. */
  @BeforeAll
  static void findAll() {
    List<String> names = Profiles.load().names();
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    try {
      CompletableFuture.allOf(
              names.stream()
                  .map(name -> CompletableFuture.runAsync(() -> find(name), threads))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gen1-hybrid, HYBRID_GEN1, battery 2",
    "gen2-hybrid, HYBRID_GEN2, battery 1 meter 1",
    "gen3-hybrid, HYBRID_GEN3, battery 1",
    "ac-coupled, AC, battery 1",
    "gen3-plus-hybrid, HYBRID_GEN3_PLUS, battery 2 meter 1",
    "gen4-hybrid, HYBRID_GEN4, battery 2",
    "polar, POLAR, battery 1",
    "all-in-one, ALL_IN_ONE, bms 1 module 4 stack 1",
    "all-in-one-hybrid, ALL_IN_ONE_HYBRID, bms 1 meter 1 module 4 stack 1",
    "hv-gen3-hybrid, HYBRID_HV_GEN3, bms 1 meter 1 module 3 stack 1",
    "three-phase-hybrid, HYBRID_3PH, bms 1 meter 2 module 6 stack 1",
    "three-phase-ac, AC_3PH, bms 1 meter 2 module 8 stack 2",
    "pv-only, PV, meter 1",
    "gateway-one-aio, GATEWAY, aio 1 meter 2",
    "gateway-two-aio, GATEWAY, aio 2 meter 2",
    "ems, EMS, managed 2 meter 2"
  })
  void aFamilyIsFoundWithAllThatHangsOnIt(String profile, String model, String devices) {
    Topology topology = FOUND.get(profile).topology();
    assertThat(topology.identity().model().name()).isEqualTo(model);
    Map<String, Long> counts =
        topology.devices().stream()
            .filter(device -> !device.isInverter())
            .collect(
                Collectors.groupingBy(
                    (Device device) -> device.kind().name(), TreeMap::new, Collectors.counting()));
    assertThat(counts).isEqualTo(counts(devices));
  }

  /** Which quantity of the plant a path tells of. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "Power/Power/PV_Power", "pv",
          "Power/Power/Grid_Power", "grid",
          "Power/Power/Battery_Power", "battery",
          "Power/Power/Load_Power", "load",
          "Power/Power/SOC", "soc",
          "Power/Battery_Power", "battery",
          "Power/Calculated_Load_Power", "load",
          "Power/Generation_Load_Power", "pv");

  static List<String> profiles() {
    // A three-phase unit without strings of its own publishes no power of panels beside it.
    return Profiles.load().names().stream().filter(name -> !name.equals("three-phase-ac")).toList();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void itsPowersArePublishedAsTheyAre(String profile) {
    Found found = FOUND.get(profile);
    Map<String, Double> seen = new TreeMap<>();
    PUBLISHED.forEach(
        (path, name) ->
            found
                .view()
                .leaf(path)
                .ifPresent(
                    leaf ->
                        seen.put(
                            name, ((Value.Amount) leaf.reading().value()).number().doubleValue())));
    assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
    assertThat(seen)
        .allSatisfy(
            (name, value) ->
                assertThat(value)
                    .as(name)
                    .isCloseTo(((Number) found.truth().get(name)).doubleValue(), within(10.0)));
  }

  @Test
  void everyProfileIsTriedHere() {
    List<String> tried =
        Arrays.stream(FamiliesOnTheWireTest.class.getDeclaredMethods())
            .flatMap(method -> Arrays.stream(method.getAnnotationsByType(CsvSource.class)))
            .flatMap(source -> Arrays.stream(source.value()))
            .map(row -> row.split(",")[0])
            .toList();
    assertThat(tried).containsExactlyElementsOf(Profiles.load().names());
  }

  private static Map<String, Long> counts(String devices) {
    Map<String, Long> counts = new TreeMap<>();
    String[] words = devices.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      counts.put(words[i], Long.valueOf(words[i + 1]));
    }
    return counts;
  }

  private static void find(String profile) {
    MutableClock clock = new MutableClock(NOON);
    SimulatorOptions still = SimulatorOptions.living(profile).with(clock, 0);
    try (Simulator plant = Simulator.start(still);
        Lanes lanes = new Lanes(Clock.systemUTC())) {
      LaneAddress address = new LaneAddress(profile, "127.0.0.1", plant.port());
      LanePlantLink link =
          new LanePlantLink(
              lanes.lane(address, HastyLane.policy(3, Duration.ofMillis(300)), reply -> {}),
              0x11,
              clock);
      View view = new Bridge(TABLES, ROWS, link, clock, new HashMap<>()).poll();
      FOUND.put(profile, new Found(view, plant.status()));
    } catch (LinkException e) {
      throw new IllegalStateException(profile + " was not found", e);
    }
  }
}
