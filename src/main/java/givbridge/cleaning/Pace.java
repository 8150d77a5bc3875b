package givbridge.cleaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast energy can be counted in a plant, with a generous margin.
 *
 * @param kWhPerHour the fastest
 */
record Pace(BigDecimal kWhPerHour) {
  private static final BigDecimal MARGIN = new BigDecimal("1.5");

  /** Counters may be renewed in steps, and seldom. */
  private static final BigDecimal SLACK = new BigDecimal("0.5");

  private static final BigDecimal WATTS = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(3_600_000);

  static Pace of(Circumstances circumstances) {
    return new Pace(circumstances.plantWatts().multiply(MARGIN).divide(WATTS, 3, RoundingMode.UP));
  }

  /** Whether a counter can go from one number to the other in that time. */
  boolean allows(BigDecimal from, BigDecimal to, Duration time) {
    BigDecimal hours = BigDecimal.valueOf(time.toMillis()).divide(MILLISECONDS, 6, RoundingMode.UP);
    return to.subtract(from).compareTo(kWhPerHour.multiply(hours).add(SLACK)) <= 0;
  }
}
