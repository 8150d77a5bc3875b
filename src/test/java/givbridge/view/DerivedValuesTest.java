package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Doubt;
import givbridge.registers.Bank;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables derive, against the same done here by hand from the registers. */
class DerivedValuesTest {
  private static final Instant LATER = RecordedPlant.READ.plusSeconds(30);
  private static final Instant LATER_STILL = RecordedPlant.READ.plusSeconds(60);

  private final RecordedPlant gen1 = RecordedPlant.of("hybrid-gen1");
  private final RecordedPlant gen2 = RecordedPlant.of("hybrid-gen2");
  private final RecordedPlant ac = RecordedPlant.of("ac");

  private static String shown(View view, String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
  }

  @ParameterizedTest
  @CsvSource({
    // PV, load, grid (+ export), battery (+ discharge); the seven flows
    "0, 2478, 0, 2556, 0, 0, 0, 2478, 0, 0, 0",
    "3000, 1000, 500, -1400, 1000, 1400, 500, 0, 0, 0, 0",
    "500, 2000, -3000, -1400, 500, 0, 0, 0, 0, 1500, 1400",
    "1000, 500, 3000, 2600, 500, 0, 500, 0, 2500, 0, 0",
    "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"
  })
  void flowsAreSharedInTurn(
      int pv,
      int load,
      int grid,
      int battery,
      int solarToHouse,
      int solarToBattery,
      int solarToGrid,
      int batteryToHouse,
      int batteryToGrid,
      int gridToHouse,
      int gridToBattery) {
    View view =
        gen2.with(Bank.IR, 18, pv)
            .with(Bank.IR, 20, 0)
            .with(Bank.IR, 42, load)
            .with(Bank.IR, 30, grid & 0xFFFF)
            .with(Bank.IR, 52, battery & 0xFFFF)
            .view();
    Map<String, String> flows = new TreeMap<>();
    view.leaves().stream()
        .filter(leaf -> leaf.path().startsWith("Power/Flows/"))
        .forEach(leaf -> flows.put(leaf.path().substring(12), shown(view, leaf.path())));
    assertThat(flows)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Solar_to_House", "" + solarToHouse,
                "Solar_to_Battery", "" + solarToBattery,
                "Solar_to_Grid", "" + solarToGrid,
                "Battery_to_House", "" + batteryToHouse,
                "Battery_to_Grid", "" + batteryToGrid,
                "Grid_to_House", "" + gridToHouse,
                "Grid_to_Battery", "" + gridToBattery));
  }

  @Test
  void thePowersOfGridAndBatterySplitByTheirSign() {
    View view = gen2.with(Bank.IR, 30, 0xFFFF - 499).with(Bank.IR, 52, 0xFFFF - 799).view();
    assertThat(shown(view, "Power/Power/Grid_Power")).isEqualTo("-500");
    assertThat(shown(view, "Power/Power/Import_Power")).isEqualTo("500");
    assertThat(shown(view, "Power/Power/Export_Power")).isEqualTo("0");
    assertThat(shown(view, "Power/Power/Charge_Power")).isEqualTo("800");
    assertThat(shown(view, "Power/Power/Discharge_Power")).isEqualTo("0");
  }

  @Test
  void aSumOfStringsThatCannotBeIsLeftOutWithItsParts() {
    View view = gen2.with(Bank.IR, 18, 14000).with(Bank.IR, 20, 1000).view();
    assertThat(shown(view, "Power/Power/PV_Power")).isEqualTo("absent");
    assertThat(shown(view, "Power/Power/PV_Power_String_2")).isEqualTo("absent");
    assertThat(view.refused())
        .extracting(refusal -> refusal.place().path())
        .contains("Power/Power/PV_Power");
    assertThat(shown(view, "Power/Flows/Solar_to_House")).isEqualTo("0");
  }

  @Test
  void aPowerFarBeyondTheRatingIsNotBelieved() {
    assertThat(shown(gen2.with(Bank.IR, 24, 4320).view(), "Power/Power/Invertor_Power"))
        .isEqualTo("4320");
    View view = gen2.with(Bank.IR, 24, 4321).view();
    assertThat(view.leaf("Power/Power/Invertor_Power")).isEmpty();
    assertThat(view.refused())
        .extracting(refusal -> refusal.finding().doubt())
        .contains(Doubt.OUT_OF_BOUNDS);
  }

  @Test
  void loadIsInverterOutputLessChargeLessExportPlusImportAndSolarOnlyBesideTheInverter() {
    RecordedPlant plain =
        gen2.with(Bank.IR, 44, 300)
            .with(Bank.IR, 35, 20)
            .with(Bank.IR, 25, 50)
            .with(Bank.IR, 26, 70)
            .with(Bank.IR, 17, 11)
            .with(Bank.IR, 19, 12);
    assertThat(shown(plain.view(), "Energy/Today/Load_Energy_Today_kWh")).isEqualTo("30.0");
    assertThat(shown(plain.view(), "Energy/Today/PV_Energy_Today_kWh")).isEqualTo("2.3");
    RecordedPlant coupled =
        ac.with(Bank.IR, 44, 300)
            .with(Bank.IR, 35, 20)
            .with(Bank.IR, 25, 50)
            .with(Bank.IR, 26, 70)
            .with(Bank.IR, 17, 11)
            .with(Bank.IR, 19, 12);
    assertThat(shown(coupled.view(), "Energy/Today/Load_Energy_Today_kWh")).isEqualTo("32.3");
    assertThat(shown(plain.with(Bank.IR, 25, 5000).view(), "Energy/Today/Load_Energy_Today_kWh"))
        .isEqualTo("0.0");
  }

  @Test
  void batteryTotalsComeFromTheFirstPackThenFromTheInverterElseFromNowhere() {
    RecordedPlant both =
        gen1.with(0x32, Bank.IR, 106, 111)
            .with(0x32, Bank.IR, 105, 0)
            .with(0x33, Bank.IR, 106, 999)
            .with(Bank.IR, 181, 777)
            .with(Bank.IR, 180, 666);
    assertThat(shown(both.view(), "Energy/Total/Battery_Charge_Energy_Total_kWh"))
        .isEqualTo("11.1");
    assertThat(shown(both.view(), "Energy/Total/Battery_Discharge_Energy_Total_kWh"))
        .isEqualTo("0.0");
    RecordedPlant backup = both.with(0x32, Bank.IR, 106, 0);
    assertThat(shown(backup.view(), "Energy/Total/Battery_Charge_Energy_Total_kWh"))
        .isEqualTo("77.7");
    assertThat(shown(backup.view(), "Energy/Total/Battery_Discharge_Energy_Total_kWh"))
        .isEqualTo("66.6");
    View neither = backup.with(Bank.IR, 181, 0).with(Bank.IR, 180, 0).view();
    assertThat(neither.leaf("Energy/Total/Battery_Charge_Energy_Total_kWh")).isEmpty();
    assertThat(neither.leaf("Energy/Total/Battery_Discharge_Energy_Total_kWh")).isEmpty();
  }

  @Test
  void theOldestHybridTakesTheDaysBatteryEnergyElsewhereWhileTheUsualPlaceIsEmpty() {
    RecordedPlant empty =
        gen1.with(Bank.IR, 36, 0)
            .with(Bank.IR, 37, 0)
            .with(Bank.IR, 183, 84)
            .with(Bank.IR, 182, 13);
    assertThat(shown(empty.view(), "Energy/Today/Battery_Charge_Energy_Today_kWh"))
        .isEqualTo("8.4");
    assertThat(shown(empty.view(), "Energy/Today/Battery_Discharge_Energy_Today_kWh"))
        .isEqualTo("1.3");
    assertThat(shown(empty.view(), "Energy/Today/Battery_Throughput_Today_kWh")).isEqualTo("9.7");
    assertThat(
            shown(
                empty.with(Bank.IR, 37, 5).view(), "Energy/Today/Battery_Charge_Energy_Today_kWh"))
        .isEqualTo("0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 4, Eco, enable, disable, enable",
    "1, 0, 100, Eco (Paused), enable, disable, disable",
    "1, 1, 4, Timed Demand, enable, enable, enable",
    "0, 1, 4, Timed Export, disable, enable, enable",
    "0, 0, 4, Export (Paused), disable, disable, enable",
    "5, 0, 4, absent, absent, disable, enable"
  })
  void theModeFollowsFromThreeSettings(
      int eco,
      int discharge,
      int reserve,
      String mode,
      String ecoMode,
      String schedule,
      String enableDischarge) {
    View view =
        gen2.with(Bank.HR, 27, eco).with(Bank.HR, 59, discharge).with(Bank.HR, 110, reserve).view();
    assertThat(shown(view, "Control/Mode")).isEqualTo(mode);
    assertThat(shown(view, "Control/Eco_Mode")).isEqualTo(ecoMode);
    assertThat(shown(view, "Control/Enable_Discharge_Schedule")).isEqualTo(schedule);
    assertThat(shown(view, "Control/Enable_Discharge")).isEqualTo(enableDischarge);
  }

  @ParameterizedTest
  @CsvSource({
    // percent, capacity Ah; W = the lower of 3600 and percent * Ah * 51.2 / 100, cut off
    "50, 186, 3600",
    "16, 186, 1523",
    "1, 186, 95",
    "0, 186, 0",
    "50, 52, 1331"
  })
  void ratesAreShownInWatts(int percent, int capacity, int watts) {
    View view = gen2.with(Bank.HR, 111, percent).with(Bank.HR, 55, capacity).view();
    assertThat(shown(view, "Control/Battery_Charge_Rate")).isEqualTo("" + watts);
  }

  @Test
  void withoutACapacityNothingIsDerivedFromIt() {
    View view = gen2.with(Bank.HR, 55, 0).view();
    assertThat(view.leaf("EA2302G000/Battery_Capacity_kWh")).isEmpty();
    assertThat(view.leaf("Power/Power/SOC_kWh")).isEmpty();
    assertThat(view.leaf("Control/Battery_Charge_Rate")).isEmpty();
    assertThat(view.leaf("Power/Power/SOC")).isPresent();
  }

  @Test
  void theCapacityIsExactAndTheChargeInItRoundedToTwoDecimals() {
    View view = gen2.with(Bank.IR, 59, 33).view();
    // 186 Ah * 51.2 V = 9.5232 kWh; 33 % of it is 3.142656 kWh.
    assertThat(view.leaf("EA2302G000/Battery_Capacity_kWh").orElseThrow().rendering().json())
        .isEqualTo(new Rendering.Json.Digits("9.5232"));
    assertThat(shown(view, "EA2302G000/Battery_Capacity_kWh")).isEqualTo("9.523");
    assertThat(shown(view, "Power/Power/SOC_kWh")).isEqualTo("3.14");
  }

  @Test
  void timesUntilFullOrEmptyExistOnlyWhileTheBatteryMovesThatWay() {
    RecordedPlant charging =
        gen2.with(Bank.IR, 52, 0xFFFF - 999)
            .with(Bank.IR, 59, 50)
            .with(Bank.HR, 116, 80)
            .with(Bank.HR, 110, 4);
    View view = charging.view();
    // 9.5232 kWh * 30 % / 1 kW = 171.4 min
    assertThat(shown(view, "Power/Power/Charge_Time_Remaining")).isEqualTo("171");
    assertThat(shown(view, "Power/Power/Charge_Completion_Time"))
        .isEqualTo("2026-03-01T14:51:00+00:00");
    assertThat(shown(view, "Power/Power/Discharge_Time_Remaining")).isEqualTo("0");
    assertThat(view.leaf("Power/Power/Discharge_Completion_Time")).isEmpty();
    assertThat(shown(charging.with(Bank.HR, 116, 40).view(), "Power/Power/Charge_Time_Remaining"))
        .isEqualTo("0");
    assertThat(charging.with(Bank.HR, 116, 0).view().leaf("Power/Power/Charge_Completion_Time"))
        .isEmpty();
  }

  @Test
  void aClearedSlotIsMidnightAndAnImpossibleOneKeepsWhatWasShown() {
    String path = "Timeslots/Charge_start_time_slot_1";
    assertThat(shown(gen2.with(Bank.HR, 94, 60).view(), path)).isEqualTo("00:00:00");
    RecordedPlant impossible = gen2.with(Bank.HR, 94, 2475);
    assertThat(shown(impossible.view(), path)).isEqualTo("absent");
    View before = gen2.with(Bank.HR, 94, 1605).view();
    View held = impossible.after(before, LATER);
    assertThat(shown(held, path)).isEqualTo("16:05:00");
    assertThat(shown(impossible.after(held, LATER_STILL), path)).isEqualTo("16:05:00");
  }

  @Test
  void aClockThatWasNeverSetKeepsWhatWasShown() {
    String path = "EA2302G000/Invertor_Time";
    assertThat(shown(gen2.view(), path)).isEqualTo("2026-07-13T23:22:19+01:00");
    RecordedPlant unset = gen2.with(Bank.HR, 35, 0);
    assertThat(shown(unset.view(), path)).isEqualTo("absent");
    assertThat(shown(unset.after(gen2.view(), LATER), path)).isEqualTo("2026-07-13T23:22:19+01:00");
    RecordedPlant impossible = gen2.with(Bank.HR, 36, 13);
    assertThat(shown(impossible.after(gen2.view(), LATER), path))
        .isEqualTo("2026-07-13T23:22:19+01:00");
  }

  @Test
  void aChargeOfZeroIsHeldForOnePollAndBelievedWhenItIsReadTwice() {
    RecordedPlant empty = gen2.with(Bank.IR, 59, 0);
    View before = gen2.view();
    assertThat(shown(before, "Power/Power/SOC")).isEqualTo("46");
    View held = empty.after(before, LATER);
    assertThat(shown(held, "Power/Power/SOC")).isEqualTo("46");
    assertThat(shown(held, "Power/Power/SOC_kWh")).isEqualTo("4.38");
    View sameRead = empty.after(held, LATER);
    assertThat(shown(sameRead, "Power/Power/SOC")).isEqualTo("46");
    assertThat(shown(empty.after(sameRead, LATER_STILL), "Power/Power/SOC")).isEqualTo("0");
    assertThat(shown(empty.view(), "Power/Power/SOC")).isEqualTo("absent");
  }

  @Test
  void aChargeOfZeroIsBelievedAtOnceWhenThePacksAgreeOrWhileCalibrating() {
    RecordedPlant empty = gen2.with(Bank.IR, 59, 0);
    assertThat(
            shown(empty.with(0x32, Bank.IR, 100, 0).after(gen2.view(), LATER), "Power/Power/SOC"))
        .isEqualTo("0");
    assertThat(shown(empty.with(Bank.HR, 29, 1).after(gen2.view(), LATER), "Power/Power/SOC"))
        .isEqualTo("0");
  }

  @Test
  void aLifetimeCounterThatFallsToZeroKeepsItsValue() {
    String path = "Energy/Total/Export_Energy_Total_kWh";
    RecordedPlant zero = gen2.with(Bank.IR, 21, 0).with(Bank.IR, 22, 0);
    assertThat(shown(zero.view(), path)).isEqualTo("0.0");
    View before = gen2.view();
    View held = zero.after(before, LATER);
    assertThat(shown(held, path)).isEqualTo(shown(before, path));
    assertThat(held.refused())
        .extracting(refusal -> refusal.finding().doubt())
        .contains(Doubt.FELL);
    assertThat(shown(zero.after(held, LATER_STILL), path)).isEqualTo(shown(before, path));
  }

  @Test
  void packCurrentIsShownOnlyWhereItIsMeasured() {
    String path = "Battery_Details/Battery_Stack_1/AC0000G000/Battery_Discharge_Current";
    assertThat(shown(ac.with(0x32, Bank.IR, 95, 250).view(), path)).isEqualTo("2.5");
    assertThat(shown(ac.with(0x32, Bank.IR, 98, 4008).view(), path)).isEqualTo("absent");
    assertThat(shown(ac.with(0x32, Bank.IR, 98, 3022).view(), path)).isEqualTo("0.0");
    assertThat(shown(ac.with(0x32, Bank.IR, 98, 3021).view(), path)).isEqualTo("absent");
    assertThat(shown(ac.as("3001", 214).view(), path)).isEqualTo("absent");
  }

  @Test
  void targetsThatCannotBeSetAreAbsent() {
    assertThat(shown(gen2.with(Bank.HR, 116, 3).view(), "Control/Target_SOC")).isEqualTo("absent");
    assertThat(shown(gen2.with(Bank.HR, 116, 4).view(), "Control/Target_SOC")).isEqualTo("4");
    assertThat(shown(ac.with(Bank.HR, 313, 0).view(), "Control/Battery_Charge_Rate_AC"))
        .isEqualTo("absent");
  }

  @Test
  void namesAreThoseThatClientsKnow() {
    View view = ac.with(Bank.HR, 318, 3).with(Bank.HR, 29, 2).view();
    assertThat(shown(view, "Control/Battery_pause_mode")).isEqualTo("PauseBoth");
    assertThat(shown(view, "Control/Battery_Calibration")).isEqualTo("Running");
    assertThat(shown(view, "CE2231G000/Battery_Calibration_Status")).isEqualTo("Set_lower_limit");
    assertThat(shown(view, "CE2231G000/Battery_Type")).isEqualTo("Lithium");
    assertThat(shown(view, "CE2231G000/Modbus_Version")).isEqualTo("1.40");
    assertThat(shown(view, "CE2231G000/Meter_Type")).isEqualTo("Em115");
  }

  @Test
  void aPowerFactorOfARegisterAtZeroIsZero() {
    String path = "Meter_Details/Meter_ID1/Phase_1_Power_Factor";
    assertThat(shown(gen2.with(0x01, Bank.IR, 80, 0).view(), path)).isEqualTo("0.0");
    assertThat(shown(gen2.with(0x01, Bank.IR, 80, 9750).view(), path)).isEqualTo("-0.025");
  }

  @Test
  void rawRegistersAreTextInTheDocumentAndTypedInMessages() {
    View view = gen2.with(Bank.HR, 52, 9750).view();
    assertThat(view.leaf("raw/invertor/status").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("Normal"), "1"));
    assertThat(view.leaf("raw/invertor/enable_charge").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("Enable"), "1"));
    assertThat(view.leaf("raw/invertor/eco_mode").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("Enable"), "1"));
    assertThat(view.leaf("raw/invertor/enable_inverter").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("True"), "True"));
    assertThat(view.leaf("raw/invertor/charge_slot_1").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Span("23:30", "05:30"), null));
    assertThat(view.leaf("raw/invertor/charge_slot_1_start").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("2330"), "2330"));
    assertThat(view.leaf("raw/invertor/system_time").orElseThrow().rendering())
        .isEqualTo(
            new Rendering(new Rendering.Json.Text("2026-07-13 23:22:19"), "13-07-2026 23:22:19"));
    assertThat(view.leaf("raw/invertor/power_factor").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("-0.025"), "-0.025"));
    assertThat(view.leaf("raw/invertor/modbus_version").orElseThrow().rendering())
        .isEqualTo(new Rendering(new Rendering.Json.Text("1.40"), "1.40"));
    assertThat(view.leaf("raw/invertor/battery_errors").orElseThrow().rendering().payload())
        .isEmpty();
    assertThat(view.leaf("raw/batteries/DF2244G000/v_cell_01").orElseThrow().rendering().json())
        .isInstanceOf(Rendering.Json.Digits.class);
  }

  @Test
  void anUnchangedValueKeepsItsText() {
    View before = gen2.view();
    View after = gen2.with(Bank.IR, 42, 1000).after(before, LATER);
    assertThat(after.leaf("Power/Power/SOC").orElseThrow().rendering())
        .isSameAs(before.leaf("Power/Power/SOC").orElseThrow().rendering());
    assertThat(shown(after, "Power/Power/Load_Power")).isEqualTo("1000");
    assertThat(after.leaf("Power/Power/SOC").orElseThrow().reading().at()).isEqualTo(LATER);
  }
}
