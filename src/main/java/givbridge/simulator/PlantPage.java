package givbridge.simulator;

import givbridge.registers.Value;
import givbridge.simulator.Layout.Counter;
import givbridge.simulator.Layout.Gauge;
import givbridge.simulator.Layout.Gauges;
import java.util.function.ToIntFunction;

/** Shows what a plant is as a whole, in the registers of one device. */
record PlantPage(Gauges gauges, Layout.Device device) {

  private static final double WH_PER_KWH = 1000;

  /** Sensors of temperature in each module of a stack. */
  static final int SENSORS = 12;

  void show(Electric electric, WordImage image) {
    for (Gauge gauge : gauges.plant()) {
      if (gauge.device() == device) {
        show(gauge, electric, image);
      }
    }
    if (device == Layout.Device.INVERTER) {
      for (Counter counter : gauges.counters()) {
        image.putCount(counter.row(), counter.wattHours(electric.state().ledger()) / WH_PER_KWH);
      }
    }
  }

  private static void show(Gauge gauge, Electric electric, WordImage image) {
    PlantState state = electric.state();
    switch (gauge.quantity()) {
      case CLOCK -> image.put(gauge.row(), new Value.Moment(state.clock()));
      case CALIBRATION -> image.put(gauge.row(), new Value.Text(state.calibration().name()));
      case STATUS -> image.put(gauge.row(), new Value.Text("NORMAL"));
      case CHARGE_STATUS -> image.put(gauge.row(), Doing.INVERTER.of(state.powers().battery()));
      case STORAGE_STATE -> image.put(gauge.row(), Doing.GATEWAY.of(state.powers().battery()));
      default -> image.putNearest(gauge.row(), number(gauge, electric));
    }
  }

  private static double number(Gauge gauge, Electric electric) {
    PlantState state = electric.state();
    Powers powers = state.powers();
    return switch (gauge.quantity()) {
      case CLOCK, CALIBRATION, STATUS, CHARGE_STATUS, STORAGE_STATE ->
          throw new IllegalArgumentException(gauge.quantity() + " is no quantity");
      case SYSTEM_MODE -> 1;
      case PV1_VOLTS -> electric.stringVolts(powers.pv1());
      case PV2_VOLTS -> electric.stringVolts(powers.pv2());
      case PV1_AMPS -> powers.pv1() / electric.stringVolts(powers.pv1());
      case PV2_AMPS -> powers.pv2() / electric.stringVolts(powers.pv2());
      case PV1_WATTS -> powers.pv1();
      case PV2_WATTS -> powers.pv2();
      case PV_WATTS -> powers.sun();
      case BUS_VOLTS -> electric.busVolts();
      case GRID_VOLTS -> electric.gridVolts();
      case LINE_VOLTS -> electric.lineVolts();
      case GRID_HERTZ -> electric.gridHertz();
      case PV_AMPS -> powers.sun() / electric.gridVolts();
      case GRID_AMPS -> Math.abs(powers.grid()) / electric.gridVolts();
      case LOAD_AMPS -> powers.load() / electric.gridVolts();
      case INVERTER_AMPS ->
          Math.abs(electric.inPhase(powers.inverter(), false, gauge.index()))
              / electric.gridVolts();
      case BATTERY_VOLTS -> electric.batteryVolts();
      case BATTERY_AMPS -> electric.batteryAmps();
      case SOC -> 100 * state.battery().level();
      case LEFT_WATT_HOURS -> state.battery().level() * state.battery().capacity();
      case INVERTER_CELSIUS -> electric.inverterCelsius();
      case BATTERY_CELSIUS -> electric.batteryCelsius();
      case UNIT_COUNT -> electric.units().size();
      case MODULE_COUNT -> sum(electric, Unit::modules);
      case CELL_COUNT -> sum(electric, Unit::cells);
      case SENSOR_COUNT -> SENSORS * sum(electric, Unit::modules);
      case INVERTER_WATTS,
          INVERTER_INTAKE,
          INVERTER_MAGNITUDE,
          GRID_WATTS,
          METER_WATTS,
          IMPORT_WATTS,
          EXPORT_WATTS,
          LOAD_WATTS,
          BATTERY_WATTS,
          CHARGE_WATTS,
          DISCHARGE_WATTS ->
          watts(gauge, electric);
    };
  }

  private static double watts(Gauge gauge, Electric electric) {
    Powers powers = electric.state().powers();
    double made =
        electric.inPhase(powers.inverter(), false, gauge.index())
            + electric.inPhase(powers.beside(), false, gauge.index());
    double used = electric.inPhase(powers.load(), true, gauge.index());
    return switch (gauge.quantity()) {
      case INVERTER_WATTS -> electric.inPhase(powers.inverter(), false, gauge.index());
      case INVERTER_INTAKE -> Math.max(0, -powers.inverter());
      case INVERTER_MAGNITUDE -> Math.abs(powers.inverter());
      case GRID_WATTS -> made - used;
      case METER_WATTS -> used - made;
      case IMPORT_WATTS -> Math.max(0, -powers.grid());
      case EXPORT_WATTS -> Math.max(0, powers.grid());
      case LOAD_WATTS -> used;
      case BATTERY_WATTS -> powers.battery();
      case CHARGE_WATTS -> Math.max(0, -powers.battery());
      case DISCHARGE_WATTS -> Math.max(0, powers.battery());
      default -> throw new IllegalArgumentException(gauge.quantity() + " is no power");
    };
  }

  private static int sum(Electric electric, ToIntFunction<Unit> part) {
    return electric.units().stream().mapToInt(part).sum();
  }
}
