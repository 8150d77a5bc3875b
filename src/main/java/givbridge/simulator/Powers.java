package givbridge.simulator;

/**
 * All powers of a moment, in W.
 *
 * @param pv1 from the first string
 * @param pv2 from the second string
 * @param battery at the battery's terminals, discharge positive
 * @param inverter at the inverter's mains terminals, out of it positive
 * @param load of the house
 */
record Powers(double pv1, double pv2, double battery, double inverter, double load) {

  /** Nothing flows. */
  static final Powers NONE = new Powers(0, 0, 0, 0, 0);

  /** At the meter, export positive. */
  double grid() {
    return inverter - load;
  }

  /** What the inverter turns into heat. */
  double losses() {
    return pv1 + pv2 + battery - inverter;
  }
}
