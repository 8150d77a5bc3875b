package givbridge.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Where the sun stands, as a vector of length 1; exact to about a degree, which no panel notices.
 *
 * @param east towards the east
 * @param south towards the south
 * @param up towards the zenith; negative at night
 */
record Sun(double east, double south, double up) {

  private static final double TILT_OF_EARTH = Math.toRadians(23.44);
  private static final double DAYS_OF_YEAR = 365.25;

  /** Days from the solstice of December to the first of January. */
  private static final double AFTER_SOLSTICE = 10;

  /**
   * The sun at a place on the meridian of Greenwich.
   *
   * @param latitude degrees, north positive
   */
  static Sun over(double latitude, Instant at) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    double turn = 2 * Math.PI * (utc.getDayOfYear() + AFTER_SOLSTICE) / DAYS_OF_YEAR;
    double declination = -TILT_OF_EARTH * Math.cos(turn);
    double hour = utc.toLocalTime().toSecondOfDay() / 3600.0;
    double angle = Math.toRadians(15 * (hour - 12));
    double north = Math.toRadians(latitude);
    return new Sun(
        -Math.cos(declination) * Math.sin(angle),
        Math.sin(north) * Math.cos(declination) * Math.cos(angle)
            - Math.cos(north) * Math.sin(declination),
        Math.sin(north) * Math.sin(declination)
            + Math.cos(north) * Math.cos(declination) * Math.cos(angle));
  }
}
