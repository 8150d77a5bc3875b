package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.view.Rendering.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trees of recorded plants have exactly the keys, each of the kind, that clients know. */
class RecordedTreesTest {
  private static final List<String> PREDBAT =
      List.of(
          "Control/Battery_Calibration:text",
          "Control/Battery_Charge_Rate:int",
          "Control/Battery_Discharge_Rate:int",
          "Control/Battery_Power_Reserve:int",
          "Control/Enable_Charge_Schedule:text",
          "Control/Enable_Charge_Target:text",
          "Control/Enable_Discharge_Schedule:text",
          "Control/Mode:text",
          "Control/Target_SOC:int",
          "Power/Power/Battery_Power:int",
          "Power/Power/Battery_Voltage:float",
          "Power/Power/Grid_Power:int",
          "Power/Power/Load_Power:int",
          "Power/Power/PV_Power:int",
          "Power/Power/SOC_kWh:float",
          "Stats/GivTCP_Version:text",
          "Timeslots/Charge_end_time_slot_1:text",
          "Timeslots/Charge_start_time_slot_1:text",
          "Timeslots/Discharge_end_time_slot_1:text",
          "Timeslots/Discharge_start_time_slot_1:text",
          "raw/invertor/battery_nominal_capacity:text",
          "raw/invertor/firmware_version:text",
          "raw/invertor/model:text",
          "raw/invertor/serial_number:text",
          "{serial}/Battery_Capacity_kWh:float",
          "{serial}/Invertor_Max_Bat_Rate:int",
          "{serial}/Invertor_Max_Inv_Rate:int",
          "{serial}/Invertor_Time:text");
  private static final List<String> DASHBOARD =
      List.of(
          "Control/Target_SOC:int",
          "Energy/Today/Export_Energy_Today_kWh:float",
          "Energy/Today/Load_Energy_Today_kWh:float",
          "Energy/Today/PV_Energy_Today_kWh:float",
          "Power/Flows/Battery_to_Grid:int",
          "Power/Flows/Battery_to_House:int",
          "Power/Flows/Grid_to_Battery:int",
          "Power/Flows/Grid_to_House:int",
          "Power/Flows/Solar_to_Battery:int",
          "Power/Flows/Solar_to_Grid:int",
          "Power/Flows/Solar_to_House:int",
          "Power/Power/Charge_Power:int",
          "Power/Power/Discharge_Power:int",
          "Power/Power/Export_Power:int",
          "Power/Power/Import_Power:int",
          "Power/Power/SOC:int",
          "Stats/Last_Updated_Time:text",
          "raw/invertor/num_phases:text",
          "{serial}/Invertor_Type:text");

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-gen1", "hybrid-gen2", "ac"})
  void aRecordedPlantHasExactlyTheKnownKeysEachOfItsKind(String name) {
    Map<String, String> expected = expected(name);
    Map<String, String> found = kinds(RecordedPlant.of(name));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    assertThat(expected)
        .allSatisfy((path, kind) -> assertThat(found).as(path).containsEntry(path, kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-gen1", "hybrid-gen2", "ac"})
  void clientsFindEveryPathThatTheyNeed(String name) {
    RecordedPlant plant = RecordedPlant.of(name);
    String serial = plant.topology().identity().serial();
    Map<String, String> kinds = kinds(plant);
    assertThat(Stream.of(PREDBAT, DASHBOARD).flatMap(List::stream))
        .allSatisfy(
            wanted -> {
              String[] parts = wanted.replace("{serial}", serial).split(":");
              assertThat(kinds).containsEntry(parts[0], parts[1]);
            });
  }

  @Test
  void theSerialNumberOfTheRawSectionNamesTheDetails() {
    View view = RecordedPlant.of("hybrid-gen1").view();
    assertThat(view.leaf("raw/invertor/serial_number").orElseThrow().rendering().json())
        .isEqualTo(new Json.Text("SA2114G000"));
    assertThat(view.leaf("SA2114G000/Invertor_Serial_Number")).isPresent();
  }

  @Test
  void theRawSectionIsLeftOutWhenItIsNotWanted() {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
    Tree tree =
        Tree.forTopology(
            RecordedPlant.table(),
            RecordedPlant.plants(),
            plant.topology(),
            new Wishes(false, false, false));
    assertThat(tree.places())
        .isNotEmpty()
        .noneMatch(place -> place.segments().get(0).equals("raw"));
  }

  @Test
  void ofABatteryAloneOnlyItsSectionsAreShownWithTheSameValues() {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
    Wishes battery = new Wishes(true, true, false);
    Tree tree =
        Tree.forTopology(RecordedPlant.table(), RecordedPlant.plants(), plant.topology(), battery);
    assertThat(tree.places().stream().map(place -> place.segments().get(0)).distinct())
        .containsExactly("Battery_Details", "Control", "Stats", "Timeslots");
    View view =
        tree.view(plant.snapshot(), Optional.empty(), RecordedPlant.context(RecordedPlant.READ));
    assertThat(view.leaf("Control/Battery_Charge_Rate").orElseThrow().rendering())
        .isEqualTo(plant.view().leaf("Control/Battery_Charge_Rate").orElseThrow().rendering());
  }

  @Test
  void tenSlotsHaveTenOfEachAndTheirTargets() {
    List<String> paths = paths(RecordedPlant.of("hybrid-gen2").as("2001", 312));
    assertThat(paths)
        .contains(
            "Timeslots/Charge_start_time_slot_10",
            "Timeslots/Charge_end_time_slot_2",
            "Timeslots/Discharge_end_time_slot_10",
            "Control/Charge_Target_SOC_1",
            "Control/Discharge_Target_SOC_10",
            "Power/Power/Combined_Generation_Power",
            "Timeslots/Battery_pause_start_time_slot");
    assertThat(paths(RecordedPlant.of("hybrid-gen2")))
        .doesNotContain("Timeslots/Charge_start_time_slot_2", "Control/Charge_Target_SOC_1");
  }

  @Test
  void anUnknownModelShowsWhoItIsAndNothingThatCouldBeWrong() {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2").as("9999", 100);
    List<String> paths = paths(plant);
    assertThat(paths).contains("EA2302G000/Invertor_Type", "raw/invertor/serial_number");
    assertThat(paths).noneMatch(path -> path.startsWith("Power/") || path.startsWith("Control/"));
  }

  @Test
  void withoutABatteryNothingIsSaidOfOne() {
    List<String> paths = paths(RecordedPlant.of("hybrid-gen2").without(0x32));
    assertThat(paths)
        .contains("Battery_Details", "Power/Power/PV_Power")
        .doesNotContain("Power/Power/SOC", "Energy/Total/Battery_Charge_Energy_Total_kWh");
  }

  @Test
  void everyPlaceThatCanBeSetNamesItsCommand() {
    Tree tree = RecordedPlant.of("hybrid-gen2").as("2001", 312).tree();
    assertThat(tree.places())
        .filteredOn(place -> place.path().equals("Timeslots/Charge_start_time_slot_7"))
        .singleElement()
        .satisfies(place -> assertThat(place.command()).contains("setChargeStart7"));
    assertThat(tree.places())
        .filteredOn(place -> place.path().equals("Power/Power/SOC"))
        .singleElement()
        .satisfies(place -> assertThat(place.command()).isEmpty());
  }

  private static List<String> paths(RecordedPlant plant) {
    return plant.tree().places().stream().map(Place::path).toList();
  }

  private static Map<String, String> expected(String name) {
    Faults faults = new Faults();
    Map<String, String> expected = new TreeMap<>();
    for (Row row : Table.resource("trees/" + name + ".csv", faults, "path", "kind").rows()) {
      expected.put(row.text("path"), row.text("kind"));
    }
    faults.throwIfAny();
    return expected;
  }

  /** The kinds of all leaves; raw numbers may be whole or not. */
  private static Map<String, String> kinds(RecordedPlant plant) {
    View view = plant.view();
    Map<String, String> kinds = new TreeMap<>();
    List<Leaf> stats =
        plant.tree().stats(Optional.of(view.snapshot()), RecordedPlant.context(RecordedPlant.READ));
    Stream.of(view.leaves(), stats)
        .flatMap(List::stream)
        .forEach(leaf -> kinds.put(leaf.path(), LeafKinds.of(leaf)));
    return kinds;
  }
}
