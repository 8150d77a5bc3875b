package givbridge.simulator;

import java.util.List;

/**
 * What a plant is built of, as far as energy goes.
 *
 * @param ratedWatts largest power at the mains terminals, of all inverters together
 * @param batteryWatts largest power at the battery's terminals
 * @param roof the solar panels
 * @param units capacity of each storage unit in Wh
 * @param driftPpm by how many millionths the inverter's clock runs fast; negative: slow
 */
record Equipment(
    double ratedWatts, double batteryWatts, Roof roof, List<Double> units, double driftPpm) {

  Equipment {
    units = List.copyOf(units);
  }

  /**
   * Two strings of panels.
   *
   * @param beside whether they have an inverter of their own, beside the one that is simulated
   */
  record Roof(SolarString first, SolarString second, boolean beside) {}

  /** Capacity of all units in Wh. */
  double capacity() {
    return units.stream().mapToDouble(Double::doubleValue).sum();
  }
}
