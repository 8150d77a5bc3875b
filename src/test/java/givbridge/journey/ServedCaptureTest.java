package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.link.LanePlantLink;
import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.Lanes;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.poll.InverterPoller;
import givbridge.poll.PollListener;
import givbridge.poll.PollSettings;
import givbridge.poll.PollTables;
import givbridge.publish.JsonDocument;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.simulator.SimulatorOptions.Source;
import givbridge.tables.Faults;
import givbridge.testing.Golden;
import givbridge.testing.HastyLane;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.Tree;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.ViewContext;
import givbridge.view.Wishes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recording on a real socket gives the same tree as its registers do: through envelope, lane,
 * detection, guards, decoder, formulas and rendering. Recordings beside the project's own are
 * looked for in the folders that the system properties {@code givbridge.captures} and {@code
 * givbridge.golden} name; without them those tests are skipped.
 */
class ServedCaptureTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final Path OWN = Path.of("src/test/resources/captures");
  private static final Path ALL =
      Path.of(System.getProperty("givbridge.captures", "../shared/captures"));
  private static final Path EXPECTED =
      Path.of(System.getProperty("givbridge.golden", "../shared/reference/golden"));

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_arm920_60s.log, hybrid_gen2_arm920_60s.json",
    "hybrid_gen1_arm449_oddities_excerpt.log, hybrid_gen1_arm449_oddities_excerpt.json",
    "aio_arm612_5min.log, aio_arm612_5min.json",
    "ems_arm1036_60s.log, ems_arm1036_60s.json"
  })
  void aRecordingOfTheProjectGivesTheTreeOfItsRegisters(String capture, String golden)
      throws IOException, LinkException {
    same(OWN.resolve(capture), Golden.OWN.resolve(golden));
  }

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_1_bat_a/hybrid_gen2_arm920_60s.log, hybrid_gen2_arm920_60s.json",
    "hybrid_2_bat_a/hybrid_gen1_arm449_oddities_excerpt.log, hybrid_gen1_arm449_oddities_excerpt.json",
    "hybrid_2_bat_a/hybrid_gen1_arm449_givbat82_givbat95gen3_10min.log,"
        + " hybrid_gen1_arm449_givbat82_givbat95gen3_10min.json",
    "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log, ac_arm282_1x_givbat512gen3_30min.json",
    "aio_a/aio_arm612_5min.log, aio_arm612_5min.json",
    "ems_2_inv_3_bat_a/ems_arm1036_60s.log, ems_arm1036_60s.json",
    "ems_2_inv_3_bat_a/ems_arm1036_30min.log, ems_arm1036_30min.json",
    "gateway_2aio_a/gateway_gaaa0014_10min_night.log, gateway_gaaa0014_10min_night.json",
    "three_phase_hv_a/giv3hy11_da011_detect_10min.log, giv3hy11_da011_detect_10min.json"
  })
  void everyRecordingOfAKnownModelGivesTheTreeOfItsRegisters(String capture, String golden)
      throws IOException, LinkException {
    assumeTrue(Files.isDirectory(ALL), "no folder of recordings at " + ALL);
    assumeTrue(Files.isDirectory(EXPECTED), "no folder of expected values at " + EXPECTED);
    same(ALL.resolve(capture), EXPECTED.resolve(golden));
  }

  @Test
  void theTreeIsNoEmptyOne() throws IOException, LinkException {
    String tree = served(OWN.resolve("hybrid_gen2_arm920_60s.log"));
    assertThat(tree).contains("\"EA2302G000\"", "\"PV_Power\"", "\"Battery_Cell_1_Voltage\"");
  }

  private void same(Path capture, Path golden) throws IOException, LinkException {
    String direct = tree(new WordsLink(Golden.read(golden)::words, clock));
    assertThat(served(capture)).isEqualTo(direct);
  }

  private String served(Path capture) throws IOException, LinkException {
    Source source = new Source.Recorded(capture.toString(), Files.readAllLines(capture), true);
    try (Simulator plant = Simulator.start(SimulatorOptions.of(source));
        Lanes lanes = new Lanes(Clock.systemUTC())) {
      LaneAddress address = new LaneAddress("recording", "127.0.0.1", plant.port());
      return tree(
          new LanePlantLink(
              lanes.lane(address, HastyLane.policy(1, Duration.ofSeconds(2)), reply -> {}),
              0x11,
              clock));
    }
  }

  private String tree(PlantLink link) throws LinkException {
    PlantState state = new PlantState();
    PollSettings period = new PollSettings(Duration.ofSeconds(30), Duration.ofMinutes(2));
    InverterPoller poller =
        new InverterPoller(TABLES, link, state, period, clock, new PollListener() {});
    poller.poll(true);
    while (poller.hasMore()) {
      poller.explore();
    }
    Snapshot snapshot = state.snapshot().orElseThrow();
    Faults faults = new Faults();
    TreeTable table = TreeTable.load(TABLES.plants(), faults);
    faults.throwIfAny();
    ViewContext context =
        new ViewContext(
            clock.instant(),
            ZoneId.of("Europe/London"),
            Duration.ofSeconds(30),
            ViewContext.Activity.NONE,
            "test");
    Tree tree = Tree.forTopology(table, TABLES.plants(), snapshot.topology(), Wishes.NONE);
    View view = tree.view(snapshot, Optional.empty(), context);
    return new String(JsonDocument.of(view).bytes(java.util.List.of()), StandardCharsets.UTF_8);
  }
}
