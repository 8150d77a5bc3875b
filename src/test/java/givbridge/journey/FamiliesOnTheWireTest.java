package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.link.LanePlantLink;
import givbridge.link.LinkException;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.LanePolicy;
import givbridge.modbus.LanePolicy.Backoff;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import givbridge.modbus.LanePolicy.GiveUp;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
import givbridge.modbus.Lanes;
import givbridge.plant.Device;
import givbridge.plant.Topology;
import givbridge.poll.PollTables;
import givbridge.simulator.Profiles;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

/** Every simulated family, over a real socket, is found for what it is. */
class FamiliesOnTheWireTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);

  private static final Map<String, Topology> FOUND = new ConcurrentHashMap<>();

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
    Topology topology = FOUND.get(profile);
    assertThat(topology.identity().model().name()).isEqualTo(model);
    Map<String, Long> counts =
        topology.devices().stream()
            .filter(device -> !device.isInverter())
            .collect(
                Collectors.groupingBy(
                    (Device device) -> device.kind().name(), TreeMap::new, Collectors.counting()));
    assertThat(counts).isEqualTo(counts(devices));
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
    MutableClock clock = new MutableClock(Instant.parse("2026-06-24T12:00:00Z"));
    try (Simulator plant = Simulator.start(SimulatorOptions.living(profile));
        Lanes lanes = new Lanes(Clock.systemUTC())) {
      LaneAddress address = new LaneAddress(profile, "127.0.0.1", plant.port());
      LanePlantLink link =
          new LanePlantLink(lanes.lane(address, hasty(), reply -> {}), 0x11, clock);
      FOUND.put(profile, new Bridge(TABLES, ROWS, link, clock).poll().snapshot().topology());
    } catch (LinkException e) {
      throw new IllegalStateException(profile + " was not found", e);
    }
  }

  /** A simulated plant answers at once or never. */
  private static LanePolicy hasty() {
    Patience once = new Patience(Duration.ofMillis(300), 1, Duration.ZERO);
    return new LanePolicy(
        new Pacing(Duration.ZERO, Duration.ZERO, Duration.ZERO),
        once,
        once,
        once,
        new ConnectionPolicy(
            Duration.ofSeconds(2),
            Duration.ZERO,
            false,
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(10)),
            new GiveUp(Duration.ofMinutes(1), 100)));
  }
}
