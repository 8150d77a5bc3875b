package givbridge.simulator;

import java.time.LocalTime;
import java.util.Optional;

/**
 * What the battery should do, before its limits are looked at.
 *
 * @param watts at its terminals, discharge positive; infinite: as much as it can
 * @param floor level, 0..1, below which it must not be discharged
 * @param ceiling level, 0..1, above which it must not be charged
 */
record Wish(double watts, double floor, double ceiling) {

  /** Percent down to which a calibration empties the battery. */
  static final int EMPTY = 4;

  private static final double ALL = Double.POSITIVE_INFINITY;
  private static final Window NO_WINDOW = new Window(LocalTime.MIN, LocalTime.MIN, 0);

  /**
   * Decides by the modes, schedules and pauses.
   *
   * @param clock time of the inverter's own clock
   * @param level of the battery, 0..1
   * @param sun what the panels give and the house leaves
   */
  static Wish of(Controls controls, LocalTime clock, Level level, Sunshine sun) {
    Wish wish =
        switch (level.calibration()) {
          case DISCHARGE -> new Wish(ALL, EMPTY / 100.0, 1);
          case CHARGE -> new Wish(-ALL, 0, 1);
          case OFF ->
              controls
                  .chargingAt(clock)
                  .map(window -> charging(controls, window, level.part(), sun.surplus()))
                  .orElseGet(() -> unplanned(controls, clock, sun));
        };
    double most = controls.dischargePausedAt(clock) ? 0 : ALL;
    double least = controls.chargePausedAt(clock) ? 0 : -ALL;
    return new Wish(Math.max(least, Math.min(most, wish.watts)), wish.floor, wish.ceiling);
  }

  /**
   * What the battery is at.
   *
   * @param part how full, 0..1
   * @param calibration whether it is being calibrated
   */
  record Level(double part, Calibration calibration) {}

  /**
   * What the sun gives.
   *
   * @param all W of all panels
   * @param surplus W that the house leaves to the battery; negative: what it lacks
   */
  record Sunshine(double all, double surplus) {}

  /** At the target only what the roof leaves is charged; nothing is discharged in the slot. */
  private static Wish charging(Controls controls, Window window, double part, double surplus) {
    double target = target(controls, window) / 100.0;
    return part < target
        ? new Wish(-ALL, 0, Math.min(1, target))
        : new Wish(-Math.max(0, surplus), 0, 1);
  }

  private static int target(Controls controls, Window window) {
    int stop = controls.number(Control.CHARGE_STOP);
    if (window.targetPercent() > 0 && window.targetPercent() < 100) {
      return Math.min(stop, window.targetPercent());
    }
    return controls.isOn(Control.TARGET_ENABLED)
        ? Math.min(stop, controls.number(Control.TARGET))
        : stop;
  }

  /** Outside the charge schedule: what is forced, then exports, then the house's demand. */
  private static Wish unplanned(Controls controls, LocalTime clock, Sunshine sun) {
    Optional<Window> forced = controls.forcedDischargeAt(clock);
    if (forced.isPresent()) {
      return new Wish(ALL, floor(controls, forced.get()), 1);
    }
    if (controls.isChargeForcedAt(clock)) {
      return new Wish(-sun.all(), 0, 1);
    }
    Optional<Window> exporting = controls.exportingAt(clock);
    if (exporting.isPresent()) {
      double meter = controls.number(Control.EXPORT_WATTS) / PlantModel.EFFICIENCY;
      return new Wish(meter - sun.surplus(), floor(controls, exporting.get()), 1);
    }
    return matching(controls, clock, sun.surplus());
  }

  private static Wish matching(Controls controls, LocalTime clock, double surplus) {
    Optional<Window> window = controls.dischargingAt(clock);
    boolean eco = controls.isOn(Control.ECO);
    boolean timed = controls.isOn(Control.DISCHARGE_SCHEDULE);
    double watts;
    if (!eco && window.isPresent()) {
      watts = ALL;
    } else if (eco && (!timed || window.isPresent())) {
      watts = -surplus;
    } else {
      watts = -Math.max(0, surplus);
    }
    return new Wish(watts, floor(controls, window.orElse(NO_WINDOW)), 1);
  }

  private static double floor(Controls controls, Window window) {
    int reserve = Math.max(controls.number(Control.RESERVE), controls.number(Control.CUTOFF));
    return Math.max(reserve, window.targetPercent()) / 100.0;
  }
}
