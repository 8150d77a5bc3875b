package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import givbridge.registers.Bank;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables derive for the larger families, against the same done here by hand. */
class FamilyValuesTest {
  private final RecordedPlant allInOne = RecordedPlant.of("all-in-one");
  private final RecordedPlant highVoltage = RecordedPlant.of("hybrid-hv-gen3");
  private final RecordedPlant threePhase = RecordedPlant.of("three-phase");

  private final Map<RecordedPlant, View> views = new IdentityHashMap<>();

  private static String shown(View view, String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
  }

  private String shown(RecordedPlant plant, String path) {
    View view = views.computeIfAbsent(plant, RecordedPlant::view);
    return shown(view, path.replace("{serial}", view.snapshot().identity().serial()));
  }

  /** The same plant with another value, of two registers, of a tenth. */
  private static RecordedPlant tenths(RecordedPlant plant, int register, int tenths) {
    return plant
        .with(Bank.IR, register, tenths >>> 16)
        .with(Bank.IR, register + 1, tenths & 0xFFFF);
  }

  @ParameterizedTest
  @CsvSource({
    // tenths of W: PV, load, import, export, charge, discharge; the seven flows
    "0, 24785, 0, 0, 0, 25560, 0.0, 0.0, 0.0, 2478.5, 0.0, 0.0, 0.0",
    "300000, 100000, 0, 60000, 140000, 0, 10000.0, 14000.0, 6000.0, 0.0, 0.0, 0.0, 0.0",
    "5005, 20000, 30000, 0, 14000, 0, 500.5, 0.0, 0.0, 0.0, 0.0, 1499.5, 1400.0",
    "10000, 5000, 0, 30000, 0, 26000, 500.0, 0.0, 500.0, 0.0, 2500.0, 0.0, 0.0"
  })
  void flowsOfThreePhasesAreSharedInTurnFromTheMetersPowers(
      int pv,
      int load,
      int imported,
      int exported,
      int charge,
      int discharge,
      String solarToHouse,
      String solarToBattery,
      String solarToGrid,
      String batteryToHouse,
      String batteryToGrid,
      String gridToHouse,
      String gridToBattery) {
    RecordedPlant plant = tenths(tenths(threePhase, 1017, pv), 1089, load);
    plant = tenths(tenths(plant, 1079, imported), 1081, exported);
    plant = tenths(tenths(plant, 1138, charge), 1136, discharge);
    View view = tenths(plant, 1069, pv + discharge - charge).view();
    Map<String, String> flows = new TreeMap<>();
    view.leaves().stream()
        .filter(leaf -> leaf.path().startsWith("Power/Flows/"))
        .forEach(leaf -> flows.put(leaf.path().substring(12), shown(view, leaf.path())));
    assertThat(flows)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Solar_to_House", solarToHouse,
                "Solar_to_Battery", solarToBattery,
                "Solar_to_Grid", solarToGrid,
                "Battery_to_House", batteryToHouse,
                "Battery_to_Grid", batteryToGrid,
                "Grid_to_House", gridToHouse,
                "Grid_to_Battery", gridToBattery));
  }

  @Test
  void threePhasesGiveTheKeysThatClientsAskOfEveryInverter() {
    RecordedPlant plant = tenths(tenths(threePhase, 1079, 1234), 1081, 50000);
    plant = tenths(tenths(plant, 1138, 41239), 1136, 0);
    plant = tenths(tenths(plant, 1069, -15006), 1089, 9000).with(Bank.IR, 1128, 333);
    // What is exported comes from panels beside it, which the second meter sees.
    plant = tenths(plant, 1244, 72700);
    Map<String, String> expected =
        Map.of(
            "Power/Power/Grid_Power", "4876",
            "Power/Power/Import_Power", "123",
            "Power/Power/Battery_Power", "-4123",
            "Power/Power/Charge_Power", "4123",
            "Power/Power/Discharge_Power", "0",
            "Power/Power/Invertor_Power", "-1500",
            "Power/Power/Inverter_Power_Out", "-1500.6",
            "Power/Power/Self_Consumption_Power", "776",
            "{serial}/Invertor_Temperature", "33.3",
            "Power/Power/Battery_Voltage", "471.8");
    RecordedPlant seen = plant;
    assertThat(expected)
        .allSatisfy((path, value) -> assertThat(shown(seen, path)).as(path).isEqualTo(value));
  }

  @ParameterizedTest
  @CsvSource({
    // HR 27, 59, 1109, 1112, 1122; mode, charge schedule, discharge schedule
    "1, 0, 4, 1, 1, Eco, enable, disable",
    "1, 0, 100, 0, 0, Eco (Paused), disable, disable",
    "1, 1, 4, 0, 0, Timed Demand, disable, enable",
    "0, 1, 4, 0, 0, Timed Export, disable, enable",
    "0, 0, 4, 1, 0, Export (Paused), enable, disable",
    "7, 0, 4, 1, 0, absent, enable, disable"
  })
  void theModeOfThreePhasesComesFromTheirOwnReserve(
      int eco,
      int discharge,
      int reserve,
      int charge,
      int forced,
      String mode,
      String chargeSchedule,
      String dischargeSchedule) {
    RecordedPlant plant =
        threePhase
            .with(Bank.HR, 27, eco)
            .with(Bank.HR, 59, discharge)
            .with(Bank.HR, 110, 55)
            .with(Bank.HR, 1109, reserve)
            .with(Bank.HR, 1112, charge)
            .with(Bank.HR, 1122, forced);
    assertThat(shown(plant, "Control/Mode")).isEqualTo(mode);
    assertThat(shown(plant, "Control/Enable_Charge_Schedule")).isEqualTo(chargeSchedule);
    assertThat(shown(plant, "Control/Enable_Discharge_Schedule")).isEqualTo(dischargeSchedule);
    assertThat(shown(plant, "Control/Battery_Power_Reserve")).isEqualTo("" + reserve);
    assertThat(shown(plant, "Control/Force_Discharge_Enable"))
        .isEqualTo(forced == 1 ? "enable" : "disable");
  }

  @Test
  void aStackHoldsNineTenthsOfItsAmpereHoursRoundedOnce() {
    // 51.7 Ah * 76.8 V * 6 modules * 0.9 = 21440.9664 Wh; 17.1 Ah: 7091.712 Wh
    RecordedPlant plant = threePhase.with(0x70, Bank.IR, 98, 517).with(0x70, Bank.IR, 99, 171);
    String stack = "Battery_Details/Battery_Stack_1/";
    assertThat(shown(plant, stack + "Stack_Design_Capacity")).isEqualTo("21.44");
    assertThat(shown(plant, stack + "Stack_SOC_kWh")).isEqualTo("7.09");
    assertThat(shown(plant, "Power/Power/SOC_kWh")).isEqualTo("7.09");
    assertThat(shown(plant, "{serial}/Battery_Capacity_kWh")).isEqualTo("21.44");
    assertThat(shown(plant, "{serial}/Invertor_Max_Bat_Rate")).isEqualTo("12000");
    assertThat(shown(plant, "raw/HV_Battery_Stacks/Stack_0/battery_nominal_capacity"))
        .isEqualTo("3.97");
    assertThat(shown(plant, "raw/HV_Battery_Stacks/Stack_0/battery_nominal_capacity_ah"))
        .isEqualTo("51.7");
    assertThat(shown(plant, "raw/HV_Battery_Stacks/Stack_0/HY2336G002/BCU")).isEqualTo("0");
  }

  @Test
  void withoutAStackNoCapacityIsInventedAndItsModulesAreOfTheFirst() {
    RecordedPlant plant = threePhase.without(0x70).with(0x51, Bank.IR, 60, 3301);
    String module = "Battery_Details/Battery_Stack_1/HY2336G002/Battery_Cell_1_Voltage";
    assertThat(shown(plant, module)).isEqualTo("3.301");
    assertThat(shown(plant, "raw/HV_Battery_Stacks/Stack_0/HY2336G002/v_cell_01"))
        .isEqualTo("3.301");
    assertThat(shown(plant, "{serial}/Battery_Capacity_kWh")).isEqualTo("absent");
    assertThat(shown(plant, "{serial}/Invertor_Max_Bat_Rate")).isEqualTo("absent");
    assertThat(shown(plant, "Power/Power/SOC_kWh")).isEqualTo("absent");
    assertThat(shown(plant, "Power/Power/SOC")).isEqualTo("92");
  }

  @Test
  void aStackCountsChargePositiveAndItsStatesOfChargeMayCross() {
    RecordedPlant plant =
        threePhase
            .with(0x70, Bank.IR, 76, 0xFFFF - 36)
            .with(0x70, Bank.IR, 79, 0xFFFF - 15)
            .with(0x70, Bank.IR, 80, 34 * 256 + 35)
            .with(0x70, Bank.IR, 101, 2);
    String stack = "Battery_Details/Battery_Stack_1/";
    assertThat(shown(plant, stack + "Stack_Current")).isEqualTo("-3.7");
    assertThat(shown(plant, stack + "Stack_Power")).isEqualTo("-1.6");
    assertThat(shown(plant, stack + "Stack_SOC_Difference")).isEqualTo("-1");
    assertThat(shown(plant, stack + "Stack_Charge_MOS_State")).isEqualTo("Open");
    assertThat(shown(plant, stack + "Stack_Discharge_MOS_State")).isEqualTo("Closed");
  }

  @Test
  void theTemperatureOfAStackIsTheMeanOfItsLastModulesCells() {
    RecordedPlant plant = threePhase;
    for (int cell = 0; cell < 12; cell++) {
      plant = plant.with(0x55, Bank.IR, 90 + cell, 200 + cell);
    }
    // (20.0 + 20.1 + ... + 21.1) / 12 = 20.55
    assertThat(shown(plant, "Battery_Details/Battery_Stack_1/BMS_Temperature")).isEqualTo("20.6");
    assertThat(
            shown(
                allInOne.with(Bank.IR, 56, 213), "Battery_Details/Battery_Stack_1/BMS_Temperature"))
        .isEqualTo("21.3");
  }

  @Test
  void sensorsBeyondTheTwelfthAreShownOnlyWhereTheStackCountsThem() {
    String cell = "Battery_Details/Battery_Stack_1/HY2336G002/Battery_Cell_";
    RecordedPlant many = threePhase.with(0x70, Bank.IR, 68, 6 * 13);
    assertThat(shown(threePhase, cell + "12_Temperature")).isNotEqualTo("absent");
    assertThat(shown(threePhase, cell + "13_Temperature")).isEqualTo("absent");
    assertThat(shown(many, cell + "13_Temperature")).isNotEqualTo("absent");
    assertThat(shown(many, cell + "14_Temperature")).isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({
    // code, modules of the stack; kWh = 3.4 * modules; W = 80 V * modules * 25 or 30 A, at most the
    // rating
    "8102, 3, 10.2, 6000",
    "8102, 5, 17.0, 8000",
    "8103, 3, 10.2, 7200",
    "8103, 5, 17.0, 10000"
  })
  void aHighVoltageHybridIsAsLargeAsItsModules(String code, int modules, String kWh, int watts) {
    RecordedPlant plant = highVoltage.as(code, 614).with(0x70, Bank.IR, 64, modules);
    assertThat(shown(plant, "{serial}/Battery_Capacity_kWh")).isEqualTo(kWh);
    assertThat(shown(plant, "{serial}/Invertor_Max_Bat_Rate")).isEqualTo("" + watts);
  }

  @ParameterizedTest
  @CsvSource({
    // percent; W = percent of 52 Ah * 80 V * 3 modules = 12.48 kWh, at most 6000
    "0, 0",
    "1, 124",
    "30, 3744",
    "48, 5990",
    "49, 6000",
    "50, 6000"
  })
  void ratesOfAHighVoltageHybridAreOfItsAmpereHours(int percent, int watts) {
    RecordedPlant plant = highVoltage.with(Bank.HR, 111, percent).with(Bank.HR, 112, percent);
    assertThat(shown(plant, "{serial}/Battery_Rate_Capacity_kWh")).isEqualTo("12.48");
    assertThat(shown(plant, "Control/Battery_Charge_Rate")).isEqualTo("" + watts);
    assertThat(shown(plant, "Control/Battery_Discharge_Rate")).isEqualTo("" + watts);
  }

  @Test
  void anAllInOneAddsTheSolarPowerThatStandsBesideIt() {
    RecordedPlant plant =
        allInOne
            .with(Bank.IR, 44, 300)
            .with(Bank.IR, 35, 20)
            .with(Bank.IR, 25, 50)
            .with(Bank.IR, 26, 70)
            .with(Bank.IR, 17, 11)
            .with(Bank.IR, 19, 12);
    assertThat(shown(plant, "Energy/Today/Load_Energy_Today_kWh")).isEqualTo("32.3");
    // 52 Ah * 307 V
    assertThat(shown(plant, "{serial}/Battery_Capacity_kWh")).isEqualTo("15.964");
    assertThat(shown(plant, "Energy/Total/Battery_Charge_Energy_Total_kWh")).isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({"3000, 500, 2500, 500", "3000, -500, 3000, 0", "0, 500, 0, 0"})
  void withoutABatteryWhatIsNotExportedStaysInTheHouse(
      int pv, int grid, String toHouse, String toGrid) {
    RecordedPlant plant =
        RecordedPlant.of("hybrid-gen2")
            .as("2301", 120)
            .without(0x32)
            .with(Bank.IR, 18, pv)
            .with(Bank.IR, 20, 0)
            .with(Bank.IR, 30, grid & 0xFFFF);
    assertThat(shown(plant, "Power/Flows/Solar_to_House")).isEqualTo(toHouse);
    assertThat(shown(plant, "Power/Flows/Solar_to_Grid")).isEqualTo(toGrid);
  }

  @Test
  void theLargestTreeIsWorkedOutWithinAFewMilliseconds() {
    Tree tree = threePhase.tree();
    View view = threePhase.view();
    Snapshot next = threePhase.with(Bank.IR, 1132, 50).snapshot(RecordedPlant.READ.plusSeconds(30));
    ViewContext context = RecordedPlant.context(RecordedPlant.READ.plusSeconds(30));
    long fastest = Long.MAX_VALUE;
    for (int round = 0; round < 300; round++) {
      long start = System.nanoTime();
      View worked = tree.view(next, Optional.of(view), context);
      fastest = Math.min(fastest, System.nanoTime() - start);
      assertThat(worked.leaves()).hasSizeGreaterThan(1000);
    }
    assertThat(fastest).isLessThan(5_000_000);
  }
}
