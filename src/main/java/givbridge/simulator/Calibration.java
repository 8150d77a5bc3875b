package givbridge.simulator;

/** How far a calibration of the battery's level is. */
enum Calibration {
  OFF,
  /** Emptying the battery. */
  DISCHARGE,
  /** Filling it. */
  CHARGE;

  /** The stage that follows when the battery has reached this level, 0..1. */
  Calibration at(double level) {
    if (this == DISCHARGE && level <= Wish.EMPTY / 100.0 + NEARLY) {
      return CHARGE;
    }
    return this == CHARGE && level >= 1 - NEARLY ? OFF : this;
  }

  private static final double NEARLY = 0.001;
}
