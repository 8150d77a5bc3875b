package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan for each model, with one pack P and one meter M where the model may have them. */
class ReadPlanTest {
  private static final PlantTables TABLES = PollFixture.TABLES.plants();
  private static final BlockKey SETTINGS = new BlockKey(0x11, new BlockSpec(Bank.HR, 60, 60));

  private static Topology topology(String code, int arm) {
    Identity identity = TABLES.models().identify("AA0000A000", code, arm, Optional.empty());
    List<Device> devices = new ArrayList<>();
    devices.add(Identification.inverter(TABLES, identity, 0x11));
    for (DeviceKind kind : TABLES.kinds()) {
      if (kind.page().isPresent() && kind.condition().holds(identity.traits())) {
        int address = kind.addresses().get(0);
        devices.add(new Device(kind, address, 1, "1", ModelTables.traitsAt(identity, address)));
      }
    }
    return new Topology(identity, devices);
  }

  private static List<ReadPlan.Due> due(Topology topology, boolean full) {
    return due(topology, 2, full);
  }

  private static List<ReadPlan.Due> due(Topology topology, long number, boolean full) {
    return new ReadPlan(TABLES, topology).due(new ReadPlan.Turn(number, full, Set.of(), Set.of()));
  }

  private static String shown(List<ReadPlan.Due> due) {
    return due.stream().map(ReadPlanTest::shown).collect(Collectors.joining(" "));
  }

  /** What the second list has more than the first. */
  private static String added(List<ReadPlan.Due> before, List<ReadPlan.Due> after) {
    return shown(after.stream().filter(due -> !before.contains(due)).toList());
  }

  private static String shown(ReadPlan.Due due) {
    return switch (due.device().kind().name()) {
      case "battery" -> "P";
      case "meter" -> "M";
      case "bms" -> "S";
      case "stack" -> "B";
      case "module" -> "U";
      default -> {
        BlockSpec spec = due.key().spec();
        String count = spec.count() == 60 ? "" : "/" + spec.count();
        yield spec.bank() + "" + spec.base() + count + (due.optional() ? "?" : "");
      }
    };
  }

  @ParameterizedTest(name = "{0} with firmware {1}")
  @CsvSource({
    "2001, 186, IR0 IR180 HR0 P M, HR60 HR120 IR120 IR240? HR180?",
    "2001, 449, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR318/1? IR240? HR180?",
    "2003, 920, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR318/3? IR240? HR180?",
    "2001, 302, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR318/3? IR240?",
    "2001, 312, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR240 HR318/3? IR240?",
    "2101, 100, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR318/3? IR240? HR180?",
    "2201, 100, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR318/3? IR240? HR180?",
    "3001, 282, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR300 HR180?",
    "8301, 100, IR0 IR180 HR0 P M, HR60 HR120 IR120 HR240 HR318/3? HR300? IR240?",
    "2301, 100, IR0 IR180 HR0 M, HR60 HR120",
    "8001, 612, IR0 IR180 HR0 B M, HR60 HR120 IR120 HR240 HR300 IR240? HR180?",
    "8102, 0, IR0 IR180 HR0 B M, HR60 HR120 IR120 HR240 HR318/3? IR240? IR1060?",
    "4004, 0, HR0 IR1000 IR1060 IR1120 IR1180 IR1240 IR1300 IR1360/54 B M IR0?,"
        + " HR60 HR120 IR120 HR240 HR1000 HR1060 HR1120/5",
    "8201, 0, HR0 IR1000 IR1060 IR1120 IR1180 IR1240 IR1300 IR1360/54 B M IR0?,"
        + " HR60 HR120 IR120 HR240 HR1000 HR1060 HR1120/5",
    "6001, 0, HR0 IR1000 IR1060 IR1120 IR1180 IR1240 IR1300 IR1360/54 B M IR0?,"
        + " HR60 HR120 IR120 HR240 HR300 HR1000 HR1060 HR1120/5",
    "4101, 0, HR0 IR1000 IR1060 IR1120 IR1180 IR1240 IR1300 IR1360/54 P B M IR0?,"
        + " HR60 HR120 IR120 HR240 HR1000 HR1060 HR1120/5",
    "7001, 14, HR0 IR1600 IR1660 IR1780 M, HR2040/36? HR180?",
    "5001, 1036, IR0 HR0 IR2040/55 M, HR2040/36",
    "9901, 100, IR0 HR0 P, HR60"
  })
  void everyModelHasItsPlan(String code, int arm, String quick, String added) {
    Topology topology = topology(code, arm);

    List<ReadPlan.Due> often = due(topology, false);

    assertThat(shown(often)).isEqualTo(quick);
    assertThat(added(often, due(topology, true))).isEqualTo(added);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2001, '', ''",
    "2301, '', ''",
    "8001, U, S",
    "8102, U, S",
    "4004, U, S",
    "5001, '', ''",
    "7001, '', IR1720 IR1840/20 HR60 HR120 HR240 HR300"
  })
  void slowBlocksAreReadInEveryFifthOrTenthPollAndInTheFirst(
      String code, String fifth, String tenth) {
    Topology topology = topology(code, 449);
    List<ReadPlan.Due> quick = due(topology, 2, false);
    String both = String.join(" ", fifth, tenth).trim();

    assertThat(added(quick, due(topology, 6, false))).isEqualTo(fifth);
    assertThat(added(quick, due(topology, 11, false))).isEqualTo(both);
    assertThat(added(quick, due(topology, 1, false))).isEqualTo(both);
    assertThat(added(quick, due(topology, 5, false))).isEmpty();
    assertThat(added(quick, due(topology, 10, false))).isEmpty();
  }

  @Test
  void aBlockToBeTriedAgainIsDueInAQuickPollToo() {
    Topology topology = topology("2003", 920);

    assertThat(
            new ReadPlan(TABLES, topology)
                .due(new ReadPlan.Turn(2, false, Set.of(SETTINGS), Set.of())))
        .extracting(ReadPlan.Due::key)
        .contains(SETTINGS);
  }

  @Test
  void aBlockThatWasGivenUpIsNeverDue() {
    Topology topology = topology("2003", 920);

    assertThat(
            new ReadPlan(TABLES, topology)
                .due(new ReadPlan.Turn(2, true, Set.of(SETTINGS), Set.of(SETTINGS))))
        .extracting(ReadPlan.Due::key)
        .doesNotContain(SETTINGS);
  }
}
