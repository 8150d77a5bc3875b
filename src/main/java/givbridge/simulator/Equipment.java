package givbridge.simulator;

import java.util.List;

/**
 * What a plant is built of, as far as energy goes.
 *
 * @param ratedWatts largest power at the mains terminals
 * @param batteryWatts largest power at the battery's terminals
 * @param strings the two strings of solar panels
 * @param packs capacity of each battery pack in Wh
 * @param driftPpm by how many millionths the inverter's clock runs fast; negative: slow
 */
record Equipment(
    double ratedWatts,
    double batteryWatts,
    List<SolarString> strings,
    List<Double> packs,
    double driftPpm) {

  Equipment {
    strings = List.copyOf(strings);
    packs = List.copyOf(packs);
  }

  /** Capacity of all packs in Wh. */
  double capacity() {
    return packs.stream().mapToDouble(Double::doubleValue).sum();
  }
}
