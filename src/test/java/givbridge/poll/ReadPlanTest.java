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
    return ReadPlan.due(TABLES, topology, full, Set.of(), Set.of());
  }

  private static String shown(ReadPlan.Due due) {
    return switch (due.device().kind().name()) {
      case "battery" -> "P";
      case "meter" -> "M";
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
    "9901, 100, IR0 HR0 P, HR60"
  })
  void everyModelHasItsPlan(String code, int arm, String quick, String added) {
    Topology topology = topology(code, arm);

    List<String> often = due(topology, false).stream().map(ReadPlanTest::shown).toList();
    List<String> all = due(topology, true).stream().map(ReadPlanTest::shown).toList();

    assertThat(String.join(" ", often)).isEqualTo(quick);
    assertThat(String.join(" ", all)).isEqualTo(quick + " " + added);
  }

  @Test
  void aBlockToBeTriedAgainIsDueInAQuickPollToo() {
    Topology topology = topology("2003", 920);

    assertThat(ReadPlan.due(TABLES, topology, false, Set.of(SETTINGS), Set.of()))
        .extracting(ReadPlan.Due::key)
        .contains(SETTINGS);
  }

  @Test
  void aBlockThatWasGivenUpIsNeverDue() {
    Topology topology = topology("2003", 920);

    assertThat(ReadPlan.due(TABLES, topology, true, Set.of(SETTINGS), Set.of(SETTINGS)))
        .extracting(ReadPlan.Due::key)
        .doesNotContain(SETTINGS);
  }
}
