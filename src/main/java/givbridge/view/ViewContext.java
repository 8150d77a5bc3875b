package givbridge.view;

import givbridge.cleaning.Smoothing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the running bridge knows beside the plant's registers.
 *
 * @param now the present time
 * @param zone the zone of the inverter's clock and of all published times
 * @param quickPeriod the period of quick polls
 * @param activity what it has done so far
 * @param bridgeVersion this program's version
 * @param smoothing how large a jump of a value is doubted
 */
public record ViewContext(
    Instant now,
    ZoneId zone,
    Duration quickPeriod,
    Activity activity,
    String bridgeVersion,
    Smoothing smoothing) {

  private static final int PERIODS_UNTIL_OFFLINE = 3;
  private static final Duration LEAST_UNTIL_OFFLINE = Duration.ofSeconds(60);

  /** Whether data of that age no longer tell what is. */
  public boolean isTooOld(Duration age) {
    Duration periods = quickPeriod.multipliedBy(PERIODS_UNTIL_OFFLINE);
    return age.compareTo(periods) > 0 && age.compareTo(LEAST_UNTIL_OFFLINE) > 0;
  }

  /** With the usual smoothing. */
  public ViewContext(
      Instant now, ZoneId zone, Duration quickPeriod, Activity activity, String bridgeVersion) {
    this(now, zone, quickPeriod, activity, bridgeVersion, Smoothing.MEDIUM);
  }

  /**
   * What the bridge has done so far.
   *
   * @param writes registers written that wear the device's memory
   * @param safeWrites registers written that do not
   * @param paused whether polling rests on purpose
   */
  public record Activity(long writes, long safeWrites, boolean paused) {
    /** Nothing yet. */
    public static final Activity NONE = new Activity(0, 0, false);
  }
}
