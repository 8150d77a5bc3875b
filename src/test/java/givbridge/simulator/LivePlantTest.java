package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.RequestKey;
import givbridge.registers.Value;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePlantTest {

  private static final String NIGHT = "2026-01-10T00:00:00Z";

  @Test
  void inEcoModeTheBatteryCoversTheHouse() {
    Bench bench = night("gen2-hybrid", 1000).pass(Duration.ofMinutes(10));
    assertThat(bench.number("p_battery")).isCloseTo(1000 / 0.97, within(1.0));
    assertThat(bench.number("p_grid_out")).isZero();
    assertThat(bench.value("charge_status_label")).isEqualTo(new Value.Code(5, "DISCHARGING"));
  }

  @Test
  void inEcoModeTheSunThatTheHouseLeavesIsStored() {
    Bench bench = new Bench("gen2-hybrid", NIGHT, Bench.steady(1000, 500));
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.number("p_battery")).isBetween(-1490.0, -1480.0);
    assertThat(bench.number("p_grid_out")).isZero();
    assertThat(bench.value("charge_status_label")).isEqualTo(new Value.Code(2, "CHARGING"));
  }

  @Test
  void theReserveEndsTheDischarge() {
    Bench bench = night("gen2-hybrid", 2000);
    bench.write("battery_soc_reserve", 40);
    bench.pass(Duration.ofHours(8));
    assertThat(bench.number("battery_soc")).isEqualTo(40);
    assertThat(bench.number("p_grid_out")).isEqualTo(-2000);
  }

  @Test
  void theCutOffEndsTheDischargeToo() {
    Bench bench = night("gen2-hybrid", 2000);
    bench.write("battery_discharge_min_power_reserve", 30);
    bench.pass(Duration.ofHours(8));
    assertThat(bench.number("battery_soc")).isEqualTo(30);
  }

  @Test
  void aReserveOfAHundredPausesTheBattery() {
    Bench bench = night("gen2-hybrid", 2000);
    bench.write("battery_soc_reserve", 100);
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.number("p_battery")).isZero();
    assertThat(bench.value("charge_status_label")).isEqualTo(new Value.Code(0, "IDLE"));
  }

  @Test
  void theChargeScheduleChargesFromTheGridInItsSlotAlone() {
    Bench bench = night("gen2-hybrid", 300);
    bench.write("charge_slot_1", 30, 130);
    bench.write("enable_charge", 1);
    assertThat(bench.pass(Duration.ofMinutes(20)).number("p_battery")).isPositive();
    assertThat(bench.pass(Duration.ofMinutes(20)).number("p_battery")).isLessThan(-3000);
    assertThat(bench.number("p_grid_out")).isLessThan(-3300);
    assertThat(bench.pass(Duration.ofHours(1)).number("p_battery")).isPositive();
  }

  @Test
  void theChargeTargetCountsOnlyWhenItIsEnabled() {
    Bench bench = night("gen2-hybrid", 300);
    bench.write("charge_slot_1", 5, 2355);
    bench.write("enable_charge", 1);
    bench.write("charge_target_soc", 60);
    bench.write("enable_charge_target", 1);
    bench.pass(Duration.ofHours(5));
    assertThat(bench.number("battery_soc")).isEqualTo(60);
    assertThat(bench.number("p_battery")).isZero();
    bench.write("enable_charge_target", 0);
    bench.pass(Duration.ofHours(9));
    assertThat(bench.number("battery_soc")).isEqualTo(100);
  }

  @Test
  void timedDemandDischargesInTheSlotAloneAndNoMoreThanTheHouseTakes() {
    Bench bench = night("gen2-hybrid", 800);
    bench.write("discharge_slot_2", 100, 200);
    bench.write("enable_discharge", 1);
    assertThat(bench.pass(Duration.ofMinutes(30)).number("p_battery")).isZero();
    assertThat(bench.pass(Duration.ofMinutes(45)).number("p_battery"))
        .isCloseTo(800 / 0.97, within(1.0));
  }

  @Test
  void timedExportDischargesWithAllItsPower() {
    Bench bench = night("gen2-hybrid", 800);
    bench.write("battery_power_mode", 0);
    bench.write("discharge_slot_1", 100, 200);
    bench.write("enable_discharge", 1);
    assertThat(bench.pass(Duration.ofMinutes(30)).number("p_battery")).isZero();
    assertThat(bench.pass(Duration.ofMinutes(45)).number("p_battery")).isEqualTo(3600);
    assertThat(bench.number("p_grid_out")).isCloseTo(3600 * 0.97 - 800, within(1.0));
  }

  @Test
  void theRatesAreHundredthsOfTheCapacity() {
    Bench bench = night("gen2-hybrid", 3000);
    bench.write("battery_discharge_limit", 10);
    bench.pass(Duration.ofMinutes(5));
    assertThat(bench.number("p_battery")).isEqualTo(Math.round(186 * 51.2 * 0.10));
    bench.write("battery_charge_limit", 0);
    bench.write("charge_slot_1", 1, 2359);
    bench.write("enable_charge", 1);
    bench.pass(Duration.ofMinutes(5));
    assertThat(bench.number("p_battery")).isZero();
  }

  @Test
  void theActivePowerRateLimitsTheInverterAndSoTheSun() {
    Bench bench = new Bench("gen1-hybrid", NIGHT, Bench.steady(2500, 100));
    bench.write("active_power_rate", 20);
    bench.write("battery_charge_limit", 0);
    bench.pass(Duration.ofMinutes(5));
    assertThat(bench.number("p_grid_out_ph1")).isEqualTo(1000);
    assertThat(bench.number("p_pv1") + bench.number("p_pv2")).isCloseTo(1000 / 0.97, within(1.0));
  }

  @Test
  void theBatteryTakesLessWhenItIsNearlyFull() {
    Bench bench = night("gen2-hybrid", 0);
    bench.write("charge_slot_1", 1, 2359);
    bench.write("enable_charge", 1);
    double least = 0;
    while (bench.number("battery_soc") < 99) {
      least = bench.pass(Duration.ofMinutes(5)).number("p_battery");
    }
    assertThat(least).isBetween(-1500.0, -100.0);
  }

  @Test
  void thePauseModeStopsDischargeWithinItsSlot() {
    Bench bench = night("gen3-hybrid", 800);
    bench.write("battery_pause_mode", 2);
    assertThat(bench.pass(Duration.ofMinutes(10)).number("p_battery")).isZero();
    bench.write("battery_pause_slot_1", 100, 200);
    assertThat(bench.pass(Duration.ofMinutes(10)).number("p_battery")).isPositive();
    assertThat(bench.pass(Duration.ofMinutes(60)).number("p_battery")).isZero();
  }

  @Test
  void thePauseModeStopsCharging() {
    Bench bench = new Bench("gen3-hybrid", NIGHT, Bench.steady(1000, 100));
    bench.write("battery_pause_mode", 1);
    assertThat(bench.pass(Duration.ofMinutes(10)).number("p_battery")).isZero();
  }

  @Test
  void aGen3ObeysItsTenthSlotAndItsOwnTarget() {
    Bench bench = night("gen3-hybrid", 300);
    bench.write("charge_slot_10", 100, 600);
    bench.write("charge_target_soc_10", 50);
    bench.write("enable_charge", 1);
    bench.write("charge_slot_1", 0, 0);
    bench.pass(Duration.ofHours(3));
    assertThat(bench.number("battery_soc")).isEqualTo(50);
  }

  @Test
  void anAcCoupledUnitShowsItsOutputWhereOthersShowTheSun() {
    Bench bench = night("ac-coupled", 1000).pass(Duration.ofHours(2));
    assertThat(bench.number("e_pv_generation_today")).isEqualTo(2.0);
    assertThat(bench.number("p_pv1")).isZero();
  }

  @Test
  void thePowerLimitsInPercentHoldOnAnAcCoupledUnit() {
    Bench bench = night("ac-coupled", 2500);
    bench.write("battery_discharge_limit_ac", 10);
    assertThat(bench.pass(Duration.ofMinutes(5)).number("p_battery")).isEqualTo(300);
  }

  @Test
  void aCalibrationEmptiesTheBatteryThenFillsIt() {
    Bench bench = night("ac-coupled", 300);
    bench.write("battery_calibration_stage", 1);
    bench.pass(Duration.ofMinutes(30));
    assertThat(bench.value("battery_calibration_stage")).isEqualTo(new Value.Code(1, "DISCHARGE"));
    bench.pass(Duration.ofHours(2));
    assertThat(bench.value("battery_calibration_stage")).isEqualTo(new Value.Code(3, "CHARGE"));
    double fullest = 0;
    for (int i = 0; i < 40; i++) {
      fullest = Math.max(fullest, bench.pass(Duration.ofMinutes(15)).number("battery_soc"));
    }
    assertThat(fullest).isEqualTo(100);
    assertThat(bench.value("battery_calibration_stage")).isEqualTo(new Value.Code(0, "OFF"));
    assertThat(bench.write("battery_calibration_stage", 9)).isFalse();
  }

  @Test
  void theCountersAddUpToTheTenthOfAKilowattHour() {
    Bench bench = new Bench("gen1-hybrid", NIGHT, Bench.steady(1000, 400));
    double before = bench.number("e_pv_total");
    bench.pass(Duration.ofMinutes(90));
    assertThat(bench.number("e_pv1_day")).isEqualTo(1.5);
    assertThat(bench.number("e_pv_generation_today"))
        .as("what the inverter gave to the house")
        .isEqualTo(0.6);
    assertThat(bench.number("e_pv_total") - before).isCloseTo(3.0, within(0.001));
    assertThat(bench.number("e_battery_charge_today_alt2"))
        .isEqualTo(bench.number("e_battery_charge_today_alt1"))
        .isBetween(2.3, 2.4);
  }

  @Test
  void theCountersOfTodayFallAtTheMidnightOfTheInvertersOwnClock() {
    Bench bench = new Bench("gen1-hybrid", NIGHT, Bench.steady(1000, 400));
    bench.pass(Duration.ofHours(5));
    assertThat(bench.write("system_time", 26, 1, 10, 23, 59, 0)).isTrue();
    assertThat(bench.number("e_pv1_day")).isEqualTo(5.0);
    bench.pass(Duration.ofMinutes(2));
    assertThat(bench.number("e_pv1_day")).isZero();
    assertThat(((Value.Moment) bench.value("system_time")).at())
        .isBetween(LocalDateTime.of(2026, 1, 11, 0, 0, 59), LocalDateTime.of(2026, 1, 11, 0, 1, 1));
  }

  @Test
  void theClockCanBeSetPartByPartFromAnyDateToAnyOther() {
    Bench bench = night("gen1-hybrid", 100);
    bench.write("system_time", 24, 1, 31, 12, 0, 0);
    assertThat(bench.write("system_time", 25, 2, 28, 1, 2, 3)).isTrue();
    assertThat(bench.value("system_time"))
        .isEqualTo(new Value.Moment(LocalDateTime.of(2025, 2, 28, 1, 2, 3)));
    assertThat(bench.write("system_time", 25, 13)).isFalse();
    assertThat(bench.write("system_time", 100)).isFalse();
  }

  @Test
  void theClockDrifts() {
    Bench bench = night("ac-coupled", 100).pass(Duration.ofDays(10));
    LocalDateTime clock = ((Value.Moment) bench.value("system_time")).at();
    assertThat(Duration.between(LocalDateTime.of(2026, 1, 20, 0, 0), clock).toSeconds())
        .isBetween(24L, 27L);
  }

  @Test
  void theBalanceHoldsInTheRegistersUpToTheLosses() {
    Bench bench = new Bench("gen1-hybrid", "2026-05-10T04:00:00Z");
    for (int i = 0; i < 64; i++) {
      bench.pass(Duration.ofMinutes(15));
      double in =
          bench.number("p_pv1")
              + bench.number("p_pv2")
              + bench.number("p_battery")
              - bench.number("p_grid_out");
      assertThat(in - bench.number("p_load_demand")).isBetween(-3.0, 200.0);
    }
    assertThat(bench.number("e_pv1_day")).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gen1-hybrid", "gen2-hybrid", "gen3-hybrid", "ac-coupled"})
  void thePacksTellTheSameAsTheInverter(String profile) {
    Bench bench = night(profile, 1000).pass(Duration.ofHours(1));
    double left = bench.packNumber(0x32, "cap_remaining");
    double all = bench.packNumber(0x32, "cap_design");
    assertThat(bench.packNumber(0x32, "soc")).isCloseTo(100 * left / all, within(0.5));
    assertThat(bench.packNumber(0x32, "soc")).isCloseTo(bench.number("battery_soc"), within(1.0));
    assertThat(bench.packNumber(0x32, "i_battery")).isPositive();
    assertThat(bench.packNumber(0x32, "v_cell_01")).isBetween(3.0, 3.4);
    assertThat(bench.packNumber(0x32, "v_cells_sum"))
        .isCloseTo(bench.number("v_battery"), within(0.5));
    assertThat(bench.packNumber(0x32, "t_max"))
        .isGreaterThanOrEqualTo(bench.packNumber(0x32, "t_min"));
    assertThat(bench.value(0x32, Bench.pack("serial_number"))).isInstanceOf(Value.Text.class);
  }

  @Test
  void whatTheUnitDoesNotHaveIsSilentOrRefused() {
    LivePlant gen1 = night("gen1-hybrid", 0).plant;
    assertThat(gen1.read(RequestKey.holding(0x11, 240, 60))).isEqualTo(new Outcome.Silent());
    assertThat(gen1.read(RequestKey.input(0x35, 60, 60))).isEqualTo(new Outcome.Silent());
    assertThat(gen1.read(RequestKey.holding(0x11, 0, 61))).isEqualTo(new Outcome.Silent());
    assertThat(gen1.read(RequestKey.meterProduct(0x11, 60, 60))).isEqualTo(new Outcome.Silent());
    assertThat(gen1.write(RequestKey.write(0x32, 20), 1)).isEqualTo(new Outcome.Silent());
    assertThat(gen1.write(RequestKey.write(0x11, 318), 1)).isEqualTo(new Outcome.Silent());
    LivePlant ac = night("ac-coupled", 0).plant;
    assertThat(refused(ac.read(RequestKey.holding(0x11, 1000, 60)))).isTrue();
  }

  @Test
  void aZeroPowerLimitAndThePauseSlotAreRefusedOnAnAcCoupledUnit() {
    Bench bench = night("ac-coupled", 0);
    assertThat(bench.write("battery_charge_limit_ac", 0)).isFalse();
    assertThat(bench.write("battery_charge_limit_ac", 1)).isTrue();
    assertThat(bench.write("battery_pause_slot_1_start", 100)).isFalse();
    assertThat(bench.write("battery_pause_mode", 2)).isTrue();
  }

  @Test
  void aRestartIsOneWrittenValueOnly() {
    LivePlant plant = night("gen1-hybrid", 0).plant;
    RequestKey key = RequestKey.write(0x11, Bench.inverter("inverter_reboot").address());
    assertThat(plant.write(key, 100)).isInstanceOf(Outcome.Restarting.class);
    assertThat(plant.write(key, 1)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void theSameSeedAndTimeGiveTheSameRegisters() {
    Bench one = new Bench("gen1-hybrid", "2026-05-10T04:00:00Z").pass(Duration.ofHours(9));
    Bench two = new Bench("gen1-hybrid", "2026-05-10T04:00:00Z").pass(Duration.ofHours(9));
    for (RequestKey key :
        new RequestKey[] {
          RequestKey.input(0x11, 0, 60), RequestKey.holding(0x11, 0, 60),
          RequestKey.input(0x32, 60, 60), RequestKey.input(0x33, 60, 60)
        }) {
      assertThat(one.plant.read(key).toString()).isEqualTo(two.plant.read(key).toString());
    }
  }

  private static boolean refused(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered && answered.frame() instanceof Refusal;
  }

  private static Bench night(String profile, double load) {
    return new Bench(profile, NIGHT, Bench.steady(0, load));
  }
}
