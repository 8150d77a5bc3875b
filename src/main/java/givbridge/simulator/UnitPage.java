package givbridge.simulator;

import givbridge.registers.Value;
import givbridge.simulator.Layout.UnitGauge;
import java.util.function.DoubleBinaryOperator;

/**
 * Shows a storage unit, or one module of it, in registers.
 *
 * @param unit the unit as it was put in
 * @param module which module of it, from 0; all cells are told from there on
 * @param serial what it is called
 */
record UnitPage(Unit unit, int module, String serial) {

  private static final double WH_PER_KWH = 1000;
  private static final int GROUPS = 4;

  /** Full steps of a counter of one word, in kWh of a tenth. */
  private static final double ROUND = 6553.6;

  UnitPage(Unit unit) {
    this(unit, 0, unit.serial());
  }

  void show(UnitGauge gauge, Electric electric, WordImage image) {
    switch (gauge.quantity()) {
      case SERIAL -> image.put(gauge.row(), new Value.Text(serial));
      case STATUS -> image.put(gauge.row(), Doing.STACK.of(electric.unitWatts(index())));
      case CYCLES -> image.putCount(gauge.row(), unit.cycles());
      case CHARGED,
          DISCHARGED,
          CHARGED_ROUND,
          DISCHARGED_ROUND,
          CHARGED_TODAY,
          DISCHARGED_TODAY,
          CHARGED_AH,
          DISCHARGED_AH,
          CHARGED_AH_TODAY,
          DISCHARGED_AH_TODAY ->
          image.putCount(gauge.row(), counted(gauge.quantity(), electric.state().ledger()));
      default -> image.putNearest(gauge.row(), number(gauge, electric));
    }
  }

  /** In kWh, or in Ah at the nominal voltage. */
  private double counted(UnitQuantity quantity, Ledger ledger) {
    double in = ledger.total().charged().get(index());
    double out = ledger.total().discharged().get(index());
    double inToday = ledger.today().charged().get(index());
    double outToday = ledger.today().discharged().get(index());
    return switch (quantity) {
      case CHARGED -> in / WH_PER_KWH;
      case DISCHARGED -> out / WH_PER_KWH;
      case CHARGED_ROUND -> in / WH_PER_KWH % ROUND;
      case DISCHARGED_ROUND -> out / WH_PER_KWH % ROUND;
      case CHARGED_TODAY -> inToday / WH_PER_KWH;
      case DISCHARGED_TODAY -> outToday / WH_PER_KWH;
      case CHARGED_AH -> in / unit.volts();
      case DISCHARGED_AH -> out / unit.volts();
      case CHARGED_AH_TODAY -> inToday / unit.volts();
      case DISCHARGED_AH_TODAY -> outToday / unit.volts();
      default -> throw new IllegalArgumentException(quantity + " is no counter");
    };
  }

  private double number(UnitGauge gauge, Electric electric) {
    double level = electric.state().battery().level(index());
    double watts = electric.unitWatts(index());
    return switch (gauge.quantity()) {
      case CELL_VOLTS ->
          electric.cellVolts(index(), module * unit.cellsPerModule() + gauge.index());
      case CELLS_CELSIUS ->
          electric.cellsCelsius(index(), module * unit.cellsPerModule() + gauge.index());
      case SUM_VOLTS -> electric.unitVolts(index());
      case MOSFET_CELSIUS -> electric.mosfetCelsius();
      case CAPACITY_AH -> unit.capacityAh();
      case LEFT_AH -> unit.capacityAh() * level;
      case AMPS -> electric.unitAmps(index());
      case CHARGE_AMPS -> -electric.unitAmps(index());
      case CHARGE_KILOWATTS -> -watts / WH_PER_KWH;
      case WATTS -> watts;
      case CELL_COUNT -> unit.cells();
      case MODULE_COUNT -> unit.modules();
      case SENSOR_COUNT -> PlantPage.SENSORS * unit.modules();
      case FIRMWARE -> unit.firmware();
      case LEVEL -> 100 * level;
      case MOST_CELL_VOLTS -> ofCells(electric, Math::max);
      case LEAST_CELL_VOLTS -> ofCells(electric, Math::min);
      case MOST_CELSIUS -> ofGroups(electric, Math::max);
      case LEAST_CELSIUS -> ofGroups(electric, Math::min);
      case AVERAGE_CELSIUS -> electric.cellsCelsius(index(), 1);
      case INVERTER_CELSIUS -> electric.inverterCelsius();
      default -> throw new IllegalArgumentException(gauge.quantity() + " is no quantity");
    };
  }

  private int index() {
    return unit.number() - 1;
  }

  private double ofCells(Electric electric, DoubleBinaryOperator choice) {
    double found = electric.cellVolts(index(), 1);
    for (int cell = 2; cell <= unit.cells(); cell++) {
      found = choice.applyAsDouble(found, electric.cellVolts(index(), cell));
    }
    return found;
  }

  private double ofGroups(Electric electric, DoubleBinaryOperator choice) {
    double found = electric.cellsCelsius(index(), 1);
    for (int group = 2; group <= GROUPS; group++) {
      found = choice.applyAsDouble(found, electric.cellsCelsius(index(), group));
    }
    return found;
  }
}
