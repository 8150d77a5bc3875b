package givbridge.simulator;

import java.time.Instant;

/**
 * Voltages, currents and temperatures that go with the powers of a state; near to what captures
 * show, and only as exact as a display needs.
 *
 * @param state the plant
 * @param seed of the small movements
 */
record Electric(PlantState state, long seed) {

  /** Cells of a pack, all in series. */
  static final int CELLS = 16;

  private static final double DARK_VOLTS = 60;
  private static final double LIT_VOLTS = 330;
  private static final double RESISTANCE_PER_CELL = 0.0008;
  private static final double ROOM = 18;

  double gridVolts() {
    return 238 + 8 * Noise.along(seed, 1, seconds() / 300.0);
  }

  double gridHertz() {
    return 49.92 + 0.16 * Noise.along(seed, 2, seconds() / 120.0);
  }

  double busVolts() {
    return 375 + 8 * Noise.along(seed, 3, seconds() / 60.0);
  }

  double stringVolts(double watts) {
    return watts > 0 ? LIT_VOLTS + Math.min(40, watts / 50) : DARK_VOLTS;
  }

  /** Of all packs together, discharge positive. */
  double batteryAmps() {
    return state.powers().battery() / batteryVolts();
  }

  double batteryVolts() {
    return packVolts(0);
  }

  /** Of one pack, discharge positive: the packs share by their capacity. */
  double packAmps(int pack) {
    Battery battery = state.battery();
    return batteryAmps() * battery.capacities().get(pack) / battery.capacity();
  }

  double packVolts(int pack) {
    double sum = 0;
    for (int cell = 1; cell <= CELLS; cell++) {
      sum += cellVolts(pack, cell);
    }
    return sum;
  }

  /**
   * Of one cell; the curve is that of lithium iron phosphate, flat between two knees.
   *
   * @param cell from 1
   */
  double cellVolts(int pack, int cell) {
    double level = state.battery().level(pack);
    double curve =
        3.20 + 0.12 * level - 0.28 * Math.exp(-level / 0.05) + 0.16 * Math.exp((level - 1) / 0.03);
    double load = state.powers().battery() / (CELLS * 3.2) * RESISTANCE_PER_CELL;
    return curve - load + 0.006 * (Noise.at(seed, pack, cell) - 0.5);
  }

  /**
   * Of a group of cells; half a degree apart, a little above the room under load.
   *
   * @param group from 1
   */
  double cellsCelsius(int pack, int group) {
    double load = Math.abs(state.powers().battery()) / 1000;
    return ROOM + load + 0.5 * Noise.at(seed, 100 + pack, group);
  }

  double mosfetCelsius() {
    return ROOM + 2 + Math.abs(state.powers().battery()) / 400;
  }

  double inverterCelsius() {
    return ROOM + 4 + Math.abs(state.powers().inverter()) / 250;
  }

  private double seconds() {
    Instant at = state.at();
    return at.getEpochSecond() + at.getNano() / 1e9;
  }
}
