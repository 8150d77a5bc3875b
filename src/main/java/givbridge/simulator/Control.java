package givbridge.simulator;

/** The numbers by which registers steer a plant; a unit that lacks one works by its default. */
enum Control {
  /** 1: match the house's demand; 0: full power. */
  ECO(1),
  /** 1: charge by the schedule. */
  CHARGE_SCHEDULE(0),
  /** 1: discharge by the schedule. */
  DISCHARGE_SCHEDULE(0),
  /** 1: the charge target counts. */
  TARGET_ENABLED(0),
  /** Percent at which scheduled charging ends. */
  TARGET(100),
  /** Percent at which charging from the mains ends, whatever else is set. */
  CHARGE_STOP(100),
  /** 1: in a slot of the charge schedule the battery takes all that the panels give. */
  FORCE_CHARGE(0),
  /** 1: in a slot of the discharge schedule discharge with full power, whatever else is set. */
  FORCE_DISCHARGE(0),
  /** 1: export by the schedule. */
  EXPORT_SCHEDULE(0),
  /** Watts at the meter that a slot of the export schedule aims at. */
  EXPORT_WATTS(65_535),
  /** Percent below which nothing is discharged. */
  RESERVE(4),
  /** The same, as the installer set it. */
  CUTOFF(4),
  /** Largest charge current, in hundredths of the capacity per hour. */
  CHARGE_RATE(50),
  /** Largest discharge current, in hundredths of the capacity per hour. */
  DISCHARGE_RATE(50),
  /** Largest charge power, in percent of what the battery converter can do. */
  CHARGE_PERCENT(100),
  /** Largest discharge power, in percent of what the battery converter can do. */
  DISCHARGE_PERCENT(100),
  /** Largest power at the mains terminals, in percent of the rating. */
  ACTIVE_POWER(100),
  /** Bit 0: do not charge; bit 1: do not discharge. */
  PAUSE(0);

  private final int fallback;

  Control(int fallback) {
    this.fallback = fallback;
  }

  int fallback() {
    return fallback;
  }
}
