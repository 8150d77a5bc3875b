package givbridge.simulator;

import givbridge.registers.Value;
import givbridge.simulator.Layout.PackGauge;
import java.util.List;

/**
 * Shows a state in the registers of a battery pack.
 *
 * @param pack the pack as it was put in
 * @param number which one it is, from 0
 */
record PackPage(List<PackGauge> gauges, Pack pack, int number, long seed) {

  private static final int GROUPS = 4;
  private static final double WH_PER_KWH = 1000;

  WordImage show(PlantState state) {
    WordImage image = new WordImage();
    Electric electric = new Electric(state, seed);
    for (PackGauge gauge : gauges) {
      show(gauge, electric, image);
    }
    return image;
  }

  private void show(PackGauge gauge, Electric electric, WordImage image) {
    Ledger ledger = electric.state().ledger();
    switch (gauge.quantity()) {
      case SERIAL -> image.put(gauge.row(), new Value.Text(pack.serial()));
      case CHARGED -> image.putCount(gauge.row(), ledger.total(Flow.CHARGE) / WH_PER_KWH);
      case DISCHARGED -> image.putCount(gauge.row(), ledger.total(Flow.DISCHARGE) / WH_PER_KWH);
      case CYCLES -> image.putCount(gauge.row(), pack.cycles());
      default -> image.putNearest(gauge.row(), number(gauge, electric));
    }
  }

  private double number(PackGauge gauge, Electric electric) {
    double level = electric.state().battery().level(number);
    return switch (gauge.quantity()) {
      case SERIAL, CHARGED, DISCHARGED, CYCLES ->
          throw new IllegalArgumentException(gauge.quantity() + " is no quantity");
      case CELL_VOLTS -> electric.cellVolts(number, gauge.index());
      case CELLS_CELSIUS -> electric.cellsCelsius(number, gauge.index());
      case SUM_VOLTS -> electric.packVolts(number);
      case MOSFET_CELSIUS -> electric.mosfetCelsius();
      case CAPACITY_AH -> pack.capacityAh();
      case LEFT_AH -> pack.capacityAh() * level;
      case AMPS -> electric.packAmps(number);
      case CELL_COUNT -> Electric.CELLS;
      case FIRMWARE -> pack.firmware();
      case LEVEL -> 100 * level;
      case MOST_CELSIUS -> extreme(electric, true);
      case LEAST_CELSIUS -> extreme(electric, false);
    };
  }

  private double extreme(Electric electric, boolean most) {
    double found = electric.cellsCelsius(number, 1);
    for (int group = 2; group <= GROUPS; group++) {
      double other = electric.cellsCelsius(number, group);
      found = most ? Math.max(found, other) : Math.min(found, other);
    }
    return found;
  }
}
