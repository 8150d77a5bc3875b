package givbridge.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Watts to the numbers that inverters take.
 *
 * <p>Source: the rule of GivTCP 3.6. What asks for the largest power takes the smallest percent
 * that reaches it, as the vendor's portal does, for the largest percent throttles large batteries
 * and the nearest one lands just short. All else takes the nearest.
 */
final class Watts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal WATT_HOURS = BigDecimal.valueOf(1000);
  private static final Computed LARGEST_UNKNOWN =
      new Computed.Missing("the inverter's largest battery power");

  private Watts() {}

  /** Percent of the capacity; operand 1 shows the largest power in W, 2 the capacity in kWh. */
  static Computed toPercentOfCapacity(int watts, Inputs in) {
    Optional<BigDecimal> largest = in.shown(1).filter(number -> number.signum() > 0);
    Optional<BigDecimal> capacity = in.shown(2).filter(number -> number.signum() > 0);
    if (largest.isEmpty()) {
      return LARGEST_UNKNOWN;
    }
    if (capacity.isEmpty()) {
      return new Computed.Missing("the battery's capacity");
    }
    BigDecimal asked = BigDecimal.valueOf(watts);
    boolean all = asked.compareTo(largest.get()) >= 0;
    int percent =
        percent(
            all ? largest.get() : asked,
            capacity.get().multiply(WATT_HOURS),
            all ? RoundingMode.CEILING : RoundingMode.HALF_UP);
    return Computed.of(Math.min(percent, takes(in).max()));
  }

  /** Percent of the largest power, which operand 1 shows in W; such registers take no 0. */
  static Computed toShareOfLargest(int watts, Inputs in) {
    Optional<BigDecimal> largest = in.shown(1).filter(number -> number.signum() > 0);
    if (largest.isEmpty()) {
      return LARGEST_UNKNOWN;
    }
    int percent = percent(BigDecimal.valueOf(watts), largest.get(), RoundingMode.HALF_UP);
    return Computed.of(Math.max(takes(in).min(), Math.min(percent, takes(in).max())));
  }

  private static int percent(BigDecimal part, BigDecimal whole, RoundingMode rounding) {
    return part.multiply(HUNDRED).divide(whole, 0, rounding).intValue();
  }

  private static Interval takes(Inputs in) {
    return Limits.writable(in.target()).orElseThrow();
  }
}
