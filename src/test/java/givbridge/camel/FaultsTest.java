package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import givbridge.registers.RegisterRow;
import givbridge.simulator.FaultKind;
import givbridge.simulator.FaultSpan;
import givbridge.simulator.Habits;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.ShippedTables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong between the program and its inverters, at once: each inverter has
 * one fault of its own, the last one none. Their plants stand still, so that every value that
 * changes is a wrong one.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
  private static final List<FaultKind> KINDS = List.of(FaultKind.values());
  private static final int SOUND = KINDS.size() + 1;
  private static final Duration FAULTY = Duration.ofSeconds(6);
  private static final Duration ONE_POLL_AND_FIVE_SECONDS = Duration.ofSeconds(6);

  /** What waits for the next connection waits longer, the longer there was none. */
  private static final Duration ONE_POLL_AND_A_BACKOFF = Duration.ofSeconds(12);

  @TempDir private static Path folder;
  private static Rig rig;
  private static Instant cleared;

  @BeforeAll
  static void start() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing(
                "publish.camel.yaml",
                "            method: keep\n",
                "            method: keep\n        - bean:\n            ref: witness\n"
                    + "            method: note\n");
    List<SimulatorOptions> plants =
        Collections.nCopies(
            SOUND,
            SimulatorOptions.living("ac-coupled")
                .with(Clock.systemUTC(), 0)
                .with(Habits.prompt().withSlowness(Duration.ofMillis(700))));
    RigPlan plan =
        RigPlan.of(1)
            .withInverters(plants)
            .withFolder(routes.path())
            .withCamel("camel.beans.witness", "#class:" + Witness.class.getName())
            .with("MQTT_OUTPUT", "false");
    rig = Rig.start(plan, FaultsTest::nameApart);
    rig.awaitData();
    // On a slow machine what is silent is asked once more before all has been looked at.
    Rig.patiently()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                rig.application().inverters().all().stream()
                    .noneMatch(station -> station.parts().poller().hasMore()));
  }

  @AfterAll
  static void stop() throws Exception {
    rig.close();
  }

  /** Gives an inverter a serial number of its own, as its number among all. */
  private static void nameApart(int number, Simulator simulator) {
    RegisterRow serial =
        ShippedTables.maps().stream()
            .flatMap(map -> map.rows().stream())
            .filter(row -> row.name().equals("serial_number") && row.bank().name().equals("HR"))
            .findFirst()
            .orElseThrow();
    String text = String.format("%02d", number);
    int last = serial.addresses().get(serial.addresses().size() - 1);
    assertThat(simulator.writeAside(last, text.charAt(0) << 8 | text.charAt(1))).isTrue();
  }

  private static Witness witness() {
    return rig.application().context().getRegistry().lookupByNameAndType("witness", Witness.class);
  }

  private static Snapshot snapshot(int number) {
    return rig.station(number).parts().state().snapshot().orElseThrow();
  }

  /** The clock of a plant that stands still falls behind. */
  private static boolean isOfTime(String path) {
    return path.endsWith("/Invertor_Clock_Drift");
  }

  @Test
  @Order(1)
  void aPlantThatStandsStillIsAlwaysShownTheSame() {
    long before = snapshot(SOUND).report().number();
    Rig.patiently().until(() -> snapshot(SOUND).report().number() > before + 1);

    for (int number = 1; number <= SOUND; number++) {
      assertThat(witness().changed(number).keySet()).filteredOn(path -> !isOfTime(path)).isEmpty();
      assertThat(witness().paths(number)).hasSizeGreaterThan(100);
    }
  }

  @Test
  @Order(2)
  void aSoundInverterIsReadAtItsPaceWhileAllOthersAreFaulty() {
    long before = snapshot(SOUND).report().number();
    for (int i = 0; i < KINDS.size(); i++) {
      if (KINDS.get(i) == FaultKind.REFUSE_CONNECTIONS) {
        rig.simulator(i + 1).inject(FaultKind.BROKEN_CONNECTION, new FaultSpan.Times(1));
      }
      rig.simulator(i + 1).inject(KINDS.get(i), span(KINDS.get(i)));
    }
    Instant end = Instant.now().plus(FAULTY);

    Awaitility.await().atMost(FAULTY.multipliedBy(2)).until(() -> Instant.now().isAfter(end));

    long polls = snapshot(SOUND).report().number() - before;
    for (int number = 1; number <= KINDS.size(); number++) {
      rig.simulator(number).clearFaults();
    }
    cleared = Instant.now();
    assertThat(polls).isGreaterThanOrEqualTo(FAULTY.toSeconds() - 2);
    assertThat(snapshot(SOUND).report().failures()).isEmpty();
  }

  /** That a battery is at 0 percent can be true, and is believed when it is read twice. */
  private static FaultSpan span(FaultKind kind) {
    return kind == FaultKind.SOC_ZERO
        ? new FaultSpan.Times(1)
        : new FaultSpan.During(Duration.ofMinutes(5));
  }

  @TestFactory
  @Order(3)
  List<DynamicTest> aFaultIsOverWithinAPollAndFiveSeconds() {
    return KINDS.stream()
        .map(kind -> DynamicTest.dynamicTest(kind.label(), () -> assertThatItIsOver(kind)))
        .toList();
  }

  private static void assertThatItIsOver(FaultKind kind) {
    int number = KINDS.indexOf(kind) + 1;
    Duration patience =
        kind == FaultKind.REFUSE_CONNECTIONS ? ONE_POLL_AND_A_BACKOFF : ONE_POLL_AND_FIVE_SECONDS;
    Awaitility.await()
        .atMost(patience)
        .until(
            () ->
                snapshot(number).report().started().isAfter(cleared)
                    && snapshot(number).report().failures().isEmpty());
  }

  @TestFactory
  @Order(4)
  List<DynamicTest> noFaultEverShowedAWrongValueOrSomethingThatIsNotThere() {
    Set<String> real = witness().paths(SOUND);
    String serial = rig.serial(SOUND);
    return KINDS.stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.label(),
                    () -> {
                      int number = KINDS.indexOf(kind) + 1;
                      Set<String> changed = witness().changed(number).keySet();
                      assertThat(changed)
                          .filteredOn(path -> !isRaw(kind, path) && !isOfTime(path))
                          .isEmpty();
                      assertThat(
                              witness().paths(number).stream()
                                  .map(path -> path.replace(rig.serial(number), serial)))
                          .hasSameElementsAs(real);
                    }))
        .toList();
  }

  /** The raw section shows each register as it was read. */
  private static boolean isRaw(FaultKind kind, String path) {
    return kind == FaultKind.SOC_ZERO && path.startsWith("raw/");
  }

  @Test
  @Order(5)
  void theProgramLivesAndAllItsInvertersAreReady() throws Exception {
    Rig.patiently()
        .untilAsserted(() -> assertThat(rig.web().get("/health/ready").status()).isEqualTo(200));
    assertThat(rig.web().tree("/health/live").path("status").asText()).isEqualTo("UP");
  }

  @Test
  @Order(6)
  void aWriteThatIsConfirmedButNotStoredIsNotToldAsASuccess() throws Exception {
    rig.simulator(SOUND)
        .inject(FaultKind.IGNORE_WRITES, new FaultSpan.During(Duration.ofMinutes(1)));

    String answer = rig.rest(SOUND).post("/setChargeTarget", "44").result();

    rig.simulator(SOUND).clearFaults();
    assertThat(answer).contains("failed").doesNotContain("success");
    assertThat(rig.rest(SOUND).tree("/runAll").at("/Control/Target_SOC").asInt()).isNotEqualTo(44);
  }

  @Test
  @Order(7)
  void aWriteThatIsStoredButNotConfirmedIsASuccessOnceItIsReadBack() throws Exception {
    rig.simulator(SOUND).inject(FaultKind.NO_ECHO, new FaultSpan.Times(1));

    String answer = rig.rest(SOUND).post("/setChargeTarget", "45").result();

    assertThat(answer).contains("was a success");
    assertThat(rig.rest(SOUND).tree("/runAll").at("/Control/Target_SOC").asInt()).isEqualTo(45);
  }

  @Test
  @Order(8)
  void aCommandForAnInverterThatIsGoneFailsWithStatus503AndWritesNothing() throws Exception {
    rig.simulator(SOUND)
        .inject(FaultKind.REFUSE_CONNECTIONS, new FaultSpan.During(Duration.ofMinutes(1)));
    rig.simulator(SOUND).inject(FaultKind.BROKEN_CONNECTION, new FaultSpan.Times(1));
    Rig.patiently().until(() -> !rig.station(SOUND).parts().lane().isConnected());
    int before = rig.wire(SOUND).requests().size();

    RestClient.Answer answer =
        rig.rest(SOUND).post("/setChargeTarget", "46", "Prefer", "handling=strict");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(rig.wire(SOUND).writesSince(before)).isEmpty();
  }
}
