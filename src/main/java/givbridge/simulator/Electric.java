package givbridge.simulator;

import java.time.Instant;
import java.util.List;

/**
 * Voltages, currents and temperatures that go with the powers of a state; near to what captures
 * show, and only as exact as a display needs.
 *
 * @param state the plant
 * @param units its storage units
 * @param seed of the small movements
 */
record Electric(PlantState state, List<Unit> units, long seed) {

  private static final double DARK_VOLTS = 60;
  private static final double LIT_VOLTS = 330;
  private static final double RESISTANCE_PER_CELL = 0.0008;
  private static final double CELL_VOLTS = 3.2;
  private static final double ROOM = 18;
  private static final double PACK_CELLS = 16;

  /** Parts of the house's load on its phases. */
  private static final double[] PHASES = {0.45, 0.32, 0.23};

  double gridVolts() {
    return 238 + 8 * Noise.along(seed, 1, seconds() / 300.0);
  }

  double lineVolts() {
    return Math.sqrt(PHASES.length) * gridVolts();
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

  /**
   * The part of a power that flows in one phase.
   *
   * @param of the load, or of the inverter and the sun, which feed all phases alike
   * @param phase from 1; 0: in all
   */
  double inPhase(double watts, boolean of, int phase) {
    if (phase == 0) {
      return watts;
    }
    return of ? watts * PHASES[phase - 1] : watts / PHASES.length;
  }

  /** Of all units together, discharge positive. */
  double batteryAmps() {
    return units.isEmpty() ? 0 : state.powers().battery() / batteryVolts();
  }

  double batteryVolts() {
    return units.isEmpty() ? 0 : unitVolts(0);
  }

  /**
   * Of one unit, discharge positive.
   *
   * @param unit from 0
   */
  double unitWatts(int unit) {
    return state.powers().units().get(unit);
  }

  /** Of one unit, discharge positive. */
  double unitAmps(int unit) {
    return unitWatts(unit) / unitVolts(unit);
  }

  double unitVolts(int unit) {
    double cells = units.get(unit).cells();
    double sum = 0;
    double middle = middleVolts(unit);
    for (int cell = 1; cell <= cells; cell++) {
      sum += middle + unevenness(unit, cell);
    }
    return sum;
  }

  /**
   * Of one cell.
   *
   * @param cell from 1
   */
  double cellVolts(int unit, int cell) {
    return middleVolts(unit) + unevenness(unit, cell);
  }

  /** The curve is that of lithium iron phosphate, flat between two knees. */
  private double middleVolts(int unit) {
    double level = state.battery().level(unit);
    double curve =
        3.20 + 0.12 * level - 0.28 * Math.exp(-level / 0.05) + 0.16 * Math.exp((level - 1) / 0.03);
    double amps = unitWatts(unit) / (units.get(unit).cells() * CELL_VOLTS);
    return curve - amps * RESISTANCE_PER_CELL;
  }

  private double unevenness(int unit, int cell) {
    return 0.006 * (Noise.at(seed, unit, cell) - 0.5);
  }

  /**
   * Of a group of cells; half a degree apart, a little above the room under load.
   *
   * @param group from 1
   */
  double cellsCelsius(int unit, int group) {
    double load = Math.abs(unitWatts(unit)) * PACK_CELLS / units.get(unit).cells() / 1000;
    return ROOM + load + 0.5 * Noise.at(seed, 100 + unit, group);
  }

  double batteryCelsius() {
    return units.isEmpty() ? ROOM : cellsCelsius(0, 1);
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
