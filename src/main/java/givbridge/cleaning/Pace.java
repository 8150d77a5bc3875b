package givbridge.cleaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast a quantity can move, with a generous margin.
 *
 * @param perHour the furthest in an hour
 * @param slack the furthest in no time at all: registers have steps, and may be renewed seldom
 */
public record Pace(BigDecimal perHour, BigDecimal slack) {
  private static final BigDecimal ENERGY_MARGIN = new BigDecimal("1.5");
  private static final BigDecimal ENERGY_SLACK = new BigDecimal("0.5");
  private static final BigDecimal WATTS = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(3_600_000);

  /** How fast energy can be counted in a plant, kWh. */
  static Pace ofEnergy(Circumstances circumstances) {
    return new Pace(
        circumstances.plantWatts().multiply(ENERGY_MARGIN).divide(WATTS, 3, RoundingMode.UP),
        ENERGY_SLACK);
  }

  /** Whether a counter can go from one number to the other in that time; it may always fall. */
  boolean allows(BigDecimal from, BigDecimal to, Duration time) {
    BigDecimal way = to.subtract(from);
    if (way.compareTo(slack) <= 0 && !time.isNegative()) {
      return true;
    }
    BigDecimal hours = BigDecimal.valueOf(time.toMillis()).divide(MILLISECONDS, 6, RoundingMode.UP);
    return way.compareTo(perHour.multiply(hours).add(slack)) <= 0;
  }

  /** Whether a gauge can go from one number to the other in that time. */
  boolean allowsEitherWay(BigDecimal from, BigDecimal to, Duration time) {
    return allows(from.min(to), from.max(to), time);
  }
}
