package givbridge.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Who sets the inverter's clock, which knows neither a time zone nor summer time. */
public enum ClockKeeping {
  /** Nobody: it drifts away, and stays on the time of the season in which it was started. */
  LEFT_ALONE,
  /** The cloud, shortly after three in the morning of local time, to that time. */
  SET_DAILY;

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final LocalTime SETTING = LocalTime.of(3, 5);

  /** What the clock shows when the inverter is started. */
  static LocalDateTime atStart(Instant now) {
    return LocalDateTime.ofInstant(now, ZONE);
  }

  /** When the clock is set next, after this moment. */
  Instant nextSetting(Instant after) {
    if (this == LEFT_ALONE) {
      return Instant.MAX;
    }
    LocalDateTime local = atStart(after);
    LocalDateTime today = local.toLocalDate().atTime(SETTING);
    LocalDateTime next = local.isBefore(today) ? today : today.plusDays(1);
    return next.atZone(ZONE).toInstant();
  }
}
