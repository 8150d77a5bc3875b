package givbridge.simulator;

/** The ways that energy can take; each has counters. */
public enum Flow {
  /** From the first string into the inverter. */
  PV1,
  /** From the second string into the inverter. */
  PV2,
  /** From all panels. */
  PV,
  /** To the grid. */
  EXPORT,
  /** From the grid. */
  IMPORT,
  /** From the house's mains into the inverter. */
  AC_CHARGE,
  /** From the inverter into the house's mains. */
  INVERTER_OUT,
  /** Into the battery. */
  CHARGE,
  /** Out of the battery. */
  DISCHARGE,
  /** Into and out of the battery. */
  THROUGHPUT,
  /** Into the house. */
  LOAD;

  /** The power that flows this way, in W, never negative. */
  double watts(Powers powers) {
    return switch (this) {
      case PV1 -> powers.pv1();
      case PV2 -> powers.pv2();
      case PV -> powers.sun();
      case EXPORT -> Math.max(0, powers.grid());
      case IMPORT -> Math.max(0, -powers.grid());
      case AC_CHARGE -> Math.max(0, -powers.inverter());
      case INVERTER_OUT -> Math.max(0, powers.inverter());
      case CHARGE -> Math.max(0, -powers.battery());
      case DISCHARGE -> Math.max(0, powers.battery());
      case THROUGHPUT -> Math.abs(powers.battery());
      case LOAD -> powers.load();
    };
  }
}
