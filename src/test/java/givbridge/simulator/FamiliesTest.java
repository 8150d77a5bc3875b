package givbridge.simulator;

import static givbridge.simulator.FamilyBench.day;
import static givbridge.simulator.FamilyBench.night;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import givbridge.simulator.Layout.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the units beyond hybrids and AC-coupled ones serve. */
class FamiliesTest {

  private static final Duration SHORT = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "gen1-hybrid, 2001",
    "gen2-hybrid, 2003",
    "gen3-hybrid, 2001",
    "ac-coupled, 3001",
    "gen3-plus-hybrid, 2201",
    "gen4-hybrid, 8304",
    "polar, 2104",
    "all-in-one, 8001",
    "all-in-one-hybrid, 8205",
    "hv-gen3-hybrid, 8102",
    "three-phase-hybrid, 4004",
    "three-phase-ac, 6003",
    "pv-only, 2301",
    "gateway-one-aio, 7001",
    "gateway-two-aio, 7001",
    "ems, 5001"
  })
  void theFirstRegisterSaysWhatItIs(String profile, String code) {
    assertThat(night(profile, 500).text("device_type_code")).isEqualTo(code);
  }

  @Test
  void aThreePhaseUnitShowsItsBatteryInTwoDirections() {
    FamilyBench out = night("three-phase-hybrid", 3000).pass(SHORT);
    assertThat(out.number("p_battery_discharge")).isCloseTo(3000 / 0.97, within(1.0));
    assertThat(out.number("p_battery_charge")).isZero();
    FamilyBench in = day("three-phase-hybrid", 2000, 1000).pass(SHORT);
    assertThat(in.number("p_battery_charge")).isCloseTo(4000 - 1000 / 0.97, within(1.0));
    assertThat(in.number("p_battery_discharge")).isZero();
    assertThat(in.number("p_pv1")).isEqualTo(2000);
  }

  @Test
  void thePhasesOfAThreePhaseUnitAddUp() {
    FamilyBench bench = day("three-phase-ac", 1500, 4000).pass(SHORT);
    double loads = bench.number("p_load_r") + bench.number("p_load_s") + bench.number("p_load_t");
    assertThat(loads).isCloseTo(bench.number("p_load_all"), within(2.0)).isEqualTo(4000);
    double out =
        bench.number("p_inverter_active_ac1")
            + bench.number("p_inverter_active_ac2")
            + bench.number("p_inverter_active_ac3");
    assertThat(out).isCloseTo(bench.number("p_inverter_out"), within(2.0));
    double meter =
        bench.number("p_meter_active_ac1")
            + bench.number("p_meter_active_ac2")
            + bench.number("p_meter_active_ac3");
    assertThat(meter)
        .isCloseTo(bench.number("p_meter_export") - bench.number("p_meter_import"), within(2.0));
    assertThat(bench.number("p_pv_total")).isEqualTo(3000);
    assertThat(bench.number("v_ac1")).isCloseTo(bench.number("v_out_ac1") * 1.732, within(0.5));
  }

  @Test
  void aThreePhaseUnitObeysItsOwnSettings() {
    FamilyBench bench = night("three-phase-hybrid", 2000);
    bench.write("charge_slot_1", 1100, 2300);
    bench.write("ac_charge_enable", 1);
    bench.write("battery_charge_limit_ac", 50);
    assertThat(bench.pass(SHORT).number("p_battery_charge")).isCloseTo(5500, within(1.0));
    bench.write("charge_target_soc", 85);
    bench.pass(Duration.ofHours(2));
    assertThat(bench.number("battery_soc")).isEqualTo(85);
    assertThat(bench.number("p_battery_charge")).isZero();
    bench.write("ac_charge_enable", 0);
    bench.write("discharge_slot_1", 1100, 2300);
    bench.write("force_discharge_enable", 1);
    bench.write("battery_discharge_limit_ac", 40);
    assertThat(bench.pass(SHORT).number("p_battery_discharge")).isCloseTo(4400, within(1.0));
    assertThat(bench.number("p_meter_export")).isPositive();
    bench.write("battery_soc_reserve", 70);
    bench.pass(Duration.ofHours(5));
    assertThat(bench.number("battery_soc")).isEqualTo(70);
  }

  @Test
  void aForcedChargeWithoutTheMainsTakesTheSunBeforeTheHouse() {
    FamilyBench bench = day("three-phase-hybrid", 1000, 1500);
    bench.write("charge_slot_1", 1100, 2300);
    bench.write("force_charge_enable", 1);
    assertThat(bench.pass(SHORT).number("p_battery_charge")).isCloseTo(2000, within(1.0));
    assertThat(bench.number("p_meter_import")).isCloseTo(1500, within(1.0));
  }

  @Test
  void aStackAndItsModulesTellOfTheSameBattery() {
    FamilyBench bench = night("three-phase-hybrid", 4000).pass(Duration.ofHours(1));
    assertThat(bench.text(0x70, Device.STACK, "pack_software_version", 0)).isEqualTo("BABA0009");
    assertThat(bench.number(0xA0, Device.BMS, "bcu_count", 0)).isEqualTo(1);
    assertThat(bench.number(0xA0, Device.BMS, "bmu_count", 0)).isEqualTo(6);
    assertThat(bench.number(0x70, Device.STACK, "number_of_modules", 0)).isEqualTo(6);
    assertThat(bench.text(0x70, Device.STACK, "status_label", 0)).isEqualTo("DISCHARGING");
    double volts = bench.number(0x70, Device.STACK, "battery_voltage", 0);
    double amps = bench.number(0x70, Device.STACK, "battery_current", 0);
    assertThat(amps).as("charge is positive here").isNegative();
    assertThat(-volts * amps).isCloseTo(bench.number("p_battery_discharge"), within(30.0));
    assertThat(bench.number(0x70, Device.STACK, "battery_power", 0)).isEqualTo(-4.1);
    assertThat(bench.number(0x70, Device.STACK, "battery_soc_max", 0))
        .isEqualTo(bench.number("battery_soc"));
    assertThat(bench.number(0x70, Device.STACK, "discharge_energy_today", 0)).isEqualTo(4.1);
    assertThat(bench.number(0x55, Device.MODULE, "v_cell_24", 0)).isBetween(3.1, 3.4);
    assertThat(bench.text(0x55, Device.MODULE, "serial_number", 0)).matches("HY2336G\\d{3}");
  }

  @Test
  void theModulesOfASecondStackShareTheAddressesOfTheFirst() {
    FamilyBench bench = night("three-phase-ac", 4000).pass(SHORT);
    assertThat(bench.number(0xA0, Device.BMS, "bcu_count", 0)).isEqualTo(2);
    assertThat(bench.number(0x71, Device.STACK, "number_of_modules", 0)).isEqualTo(4);
    String first = bench.text(0x50, Device.MODULE, "serial_number", 0);
    String second = bench.text(0x50, Device.MODULE, "serial_number", 120);
    assertThat(second).matches("HY2338G\\d{3}").isNotEqualTo(first);
    assertThat(bench.read(0x50, Bank.IR, 300, 60)).isEqualTo(new Outcome.Silent());
    assertThat(bench.read(0x54, Bank.IR, 60, 60)).isEqualTo(new Outcome.Silent());
    double both =
        bench.number(0x70, Device.STACK, "battery_power", 0)
            + bench.number(0x71, Device.STACK, "battery_power", 0);
    assertThat(both).isCloseTo(-bench.number("p_battery_discharge") / 1000, within(0.11));
  }

  @Test
  void anAllInOneRefusesTheBanksFromAThousandOnAndAnswersForItsStackByItsOwnSerial() {
    FamilyBench bench = night("all-in-one", 700).pass(SHORT);
    assertThat(isRefused(bench.read(0x11, Bank.HR, 1000, 60))).isTrue();
    assertThat(isRefused(bench.read(0x11, Bank.IR, 1000, 60))).isTrue();
    assertThat(bench.read(0x32, Bank.IR, 60, 60)).isEqualTo(new Outcome.Silent());
    assertThat(serial(bench.read(0x70, Bank.IR, 60, 60))).startsWith("HC");
    assertThat(serial(bench.read(0x53, Bank.IR, 60, 60))).startsWith("HX");
    assertThat(serial(bench.read(0x11, Bank.IR, 0, 60))).startsWith("CH");
    assertThat(bench.number("p_battery")).isCloseTo(700 / 0.97, within(1.0));
  }

  @Test
  void anAllInOneShowsTheSunThatItOnlyMeasures() {
    FamilyBench bench = day("all-in-one", 1000, 500).pass(Duration.ofHours(1));
    assertThat(bench.number("p_pv1")).isEqualTo(2000);
    assertThat(bench.number("e_pv1_day")).isEqualTo(2.0);
    assertThat(bench.number("p_battery")).isCloseTo(-1500 * 0.97, within(1.0));
    assertThat(bench.number("p_grid_out")).isZero();
    assertThat(bench.number("e_inverter_out_today")).isZero();
  }

  @Test
  void anHvGen3AnswersTheBanksFromAThousandOnWithZeros() {
    FamilyBench bench = night("hv-gen3-hybrid", 900).pass(SHORT);
    int[] words =
        ((Reply) ((Outcome.Answered) bench.read(0x11, Bank.IR, 1060, 60)).frame()).words();
    assertThat(words).hasSize(60).containsOnly(0);
    assertThat(bench.number("p_battery")).isPositive();
  }

  @Test
  void aPvOnlyUnitHasNoBattery() {
    FamilyBench bench = day("pv-only", 1000, 500).pass(Duration.ofHours(1));
    assertThat(bench.number("p_battery")).isZero();
    assertThat(bench.number("battery_soc")).isZero();
    assertThat(bench.number("p_grid_out")).isCloseTo(2000 * 0.97 - 500, within(1.0));
    assertThat(bench.number(0x01, Device.METER, "p_active_total", 0))
        .as("import is positive at a meter")
        .isEqualTo(-bench.number("p_grid_out"));
    assertThat(bench.read(0x32, Bank.IR, 60, 60)).isEqualTo(new Outcome.Silent());
  }

  @Test
  void aGatewayCountsChargingPositiveOnTheWireAndAddsItsAllInOnesUp() {
    FamilyBench bench = night("gateway-two-aio", 2000).pass(Duration.ofHours(1));
    assertThat(bench.number("parallel_aio_num")).isEqualTo(2);
    assertThat(bench.number("p_aio_total")).isCloseTo(2000 / 0.97, within(1.0));
    int[] wire = ((Reply) ((Outcome.Answered) bench.read(0x11, Bank.IR, 1702, 1)).frame()).words();
    assertThat((short) wire[0]).isNegative();
    assertThat(bench.number("p_aio1_inverter") + bench.number("p_aio2_inverter"))
        .isCloseTo(bench.number("p_aio_total"), within(1.5));
    assertThat(bench.number("aio1_soc")).isBetween(30.0, 43.0);
    assertThat(bench.text("aio2_serial_number")).isEqualTo("CH2542G219");
    double both = bench.number("e_aio1_discharge_today") + bench.number("e_aio2_discharge_today");
    assertThat(both).isCloseTo(bench.number("e_battery_discharge_today"), within(0.11));
    assertThat(bench.text("aio_state")).isEqualTo("DISCHARGE");
    assertThat(bench.text("software_version")).isEqualTo("GAAA0014");
    assertThat(bench.read(0x32, Bank.IR, 60, 60)).isEqualTo(new Outcome.Silent());
  }

  @Test
  void aGatewayWithOneAllInOneLeavesTheOthersEmpty() {
    FamilyBench bench = night("gateway-one-aio", 800).pass(SHORT);
    assertThat(bench.number("parallel_aio_num")).isEqualTo(1);
    int[] serials =
        ((Reply) ((Outcome.Answered) bench.read(0x11, Bank.IR, 1846, 10)).frame()).words();
    assertThat(serials).containsOnly(0);
  }

  @Test
  void aGatewayObeysTheRegistersOfSinglePhaseUnits() {
    FamilyBench bench = night("gateway-two-aio", 1000);
    bench.write("charge_slot_1", 1100, 2300);
    bench.write("enable_charge", 1);
    bench.write("battery_charge_limit_ac", 25);
    assertThat(bench.pass(SHORT).number("p_aio_total")).isCloseTo(-3000, within(1.0));
    Outcome echo = bench.plant.write(RequestKey.write(0x11, 116), 60);
    assertThat(serial(echo)).isEqualTo("GW" + "\0".repeat(8));
  }

  @Test
  void anEmsAddsItsInvertersUpAndShowsTheGridOnceEachWay() {
    FamilyBench bench = day("ems", 500, 3000);
    bench.write("plant_enabled", 0);
    bench.pass(SHORT);
    assertThat(bench.number("total_battery_power")).isCloseTo(2000 / 0.97, within(2.0));
    assertThat(bench.number("inverter_1_power") + bench.number("inverter_2_power"))
        .isCloseTo(bench.number("total_battery_power"), within(1.5));
    assertThat(bench.number("grid_meter_power")).isEqualTo(-bench.number("p_grid_active"));
    assertThat(bench.number("total_generation_load_power")).isEqualTo(1000);
    assertThat(bench.number("calc_load_power")).isEqualTo(3000);
    assertThat(bench.number("p_load_demand")).isEqualTo(3000);
    assertThat(bench.text("inverter_2_serial_number")).isEqualTo("CE2231G221");
    assertThat(bench.number("battery_soc")).isBetween(25.0, 30.0);
    assertThat(bench.number(0x03, Device.METER, "p_active_total", 0)).isEqualTo(1000);
  }

  @Test
  void anEmsObeysItsOwnSlots() {
    FamilyBench bench = night("ems", 500);
    bench.write("charge_slot_1", 1100, 2300);
    assertThat(bench.pass(SHORT).number("total_battery_power")).isLessThan(-4000);
    bench.write("charge_slot_1", 0, 0);
    bench.write("export_slot_1", 1100, 2300);
    bench.write("export_power_limit", 1500);
    assertThat(bench.pass(SHORT).number("grid_meter_power")).isCloseTo(-1500, within(2.0));
    bench.write("export_slot_1", 0, 0);
    bench.write("discharge_slot_1", 1100, 2300);
    assertThat(bench.pass(SHORT).number("grid_meter_power")).isCloseTo(0, within(2.0));
    bench.write("discharge_slot_1", 0, 0);
    assertThat(bench.pass(SHORT).number("total_battery_power")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-two-aio", "ems", "three-phase-hybrid", "gen4-hybrid"})
  void whoIsNotThereMayAnswerZeros(String profile) {
    FamilyBench bench = night(profile, 500).pass(SHORT);
    int address = profile.startsWith("gen4") ? 0x33 : 0x05;
    int[] words =
        ((Reply) ((Outcome.Answered) bench.read(address, Bank.IR, 60, 30)).frame()).words();
    assertThat(words).hasSize(30).containsOnly(0);
  }

  private static boolean isRefused(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered && answered.frame() instanceof Refusal;
  }

  private static String serial(Outcome outcome) {
    return ((Reply) ((Outcome.Answered) outcome).frame()).inverterSerial();
  }
}
