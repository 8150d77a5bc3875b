package givbridge.simulator;

import java.util.Collections;
import java.util.List;

/**
 * All powers of a moment, in W.
 *
 * @param pv1 from the first string into the inverter
 * @param pv2 from the second string into the inverter
 * @param beside from panels with an inverter of their own, into the house's mains
 * @param units at the terminals of each storage unit, discharge positive
 * @param inverter at the inverter's mains terminals, out of it positive
 * @param load of the house
 */
record Powers(
    double pv1, double pv2, double beside, List<Double> units, double inverter, double load) {

  Powers {
    units = List.copyOf(units);
  }

  /** Nothing flows. */
  static Powers none(int units) {
    return new Powers(0, 0, 0, Collections.nCopies(units, 0.0), 0, 0);
  }

  /** From all panels. */
  double sun() {
    return pv1 + pv2 + beside;
  }

  /** At the terminals of all storage units, discharge positive. */
  double battery() {
    double sum = 0;
    for (double unit : units) {
      sum += unit;
    }
    return sum;
  }

  /** At the meter, export positive. */
  double grid() {
    return inverter + beside - load;
  }

  /** What the inverter turns into heat. */
  double losses() {
    return pv1 + pv2 + battery() - inverter;
  }
}
