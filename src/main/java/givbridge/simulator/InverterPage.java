package givbridge.simulator;

import givbridge.registers.Value;
import givbridge.simulator.Layout.Counter;
import givbridge.simulator.Layout.Gauge;
import givbridge.simulator.Layout.Gauges;

/** Shows a state in the inverter's registers. */
record InverterPage(Gauges gauges, long seed) {

  private static final double WH_PER_KWH = 1000;

  /** Less than this at the battery's terminals counts as standing still, in W. */
  private static final double IDLE = 10;

  void show(PlantState state, WordImage image) {
    Electric electric = new Electric(state, seed);
    for (Gauge gauge : gauges.gauges()) {
      show(gauge, electric, image);
    }
    for (Counter counter : gauges.counters()) {
      image.putCount(counter.row(), counter.wattHours(state.ledger()) / WH_PER_KWH);
    }
  }

  private static void show(Gauge gauge, Electric electric, WordImage image) {
    PlantState state = electric.state();
    switch (gauge.quantity()) {
      case CLOCK -> image.put(gauge.row(), new Value.Moment(state.clock()));
      case CALIBRATION -> image.put(gauge.row(), new Value.Text(state.calibration().name()));
      case STATUS -> image.put(gauge.row(), new Value.Text("NORMAL"));
      case CHARGE_STATUS -> image.put(gauge.row(), new Value.Text(chargeStatus(state.powers())));
      default -> image.putNearest(gauge.row(), number(gauge.quantity(), electric));
    }
  }

  private static String chargeStatus(Powers powers) {
    if (Math.abs(powers.battery()) < IDLE) {
      return "IDLE";
    }
    return powers.battery() > 0 ? "DISCHARGING" : "CHARGING";
  }

  private static double number(Quantity quantity, Electric electric) {
    PlantState state = electric.state();
    Powers powers = state.powers();
    return switch (quantity) {
      case CLOCK, CALIBRATION, STATUS, CHARGE_STATUS ->
          throw new IllegalArgumentException(quantity + " is no number");
      case SYSTEM_MODE -> 1;
      case PV1_VOLTS -> electric.stringVolts(powers.pv1());
      case PV2_VOLTS -> electric.stringVolts(powers.pv2());
      case PV1_AMPS -> powers.pv1() / electric.stringVolts(powers.pv1());
      case PV2_AMPS -> powers.pv2() / electric.stringVolts(powers.pv2());
      case PV1_WATTS -> powers.pv1();
      case PV2_WATTS -> powers.pv2();
      case PV_WATTS -> powers.pv1() + powers.pv2();
      case BUS_VOLTS -> electric.busVolts();
      case GRID_VOLTS -> electric.gridVolts();
      case GRID_HERTZ -> electric.gridHertz();
      case INVERTER_AMPS -> Math.abs(powers.inverter()) / electric.gridVolts();
      case INVERTER_WATTS -> powers.inverter();
      case INVERTER_MAGNITUDE -> Math.abs(powers.inverter());
      case GRID_WATTS -> powers.grid();
      case LOAD_WATTS -> powers.load();
      case BATTERY_VOLTS -> electric.batteryVolts();
      case BATTERY_AMPS -> electric.batteryAmps();
      case BATTERY_WATTS -> powers.battery();
      case SOC -> 100 * state.battery().level();
      case INVERTER_CELSIUS -> electric.inverterCelsius();
      case BATTERY_CELSIUS -> electric.cellsCelsius(0, 1);
    };
  }
}
