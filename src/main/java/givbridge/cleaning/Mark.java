package givbridge.cleaning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The highest value that was shown of a counter; it must survive a restart, since nothing lower may
 * be shown after it.
 *
 * @param value in the leaf's unit
 * @param at when it was read
 * @param day the inverter's day for which it counts; empty: a lifetime counter, or the inverter's
 *     clock was unknown
 * @param resets how often a lower value was believed in the end
 */
public record Mark(BigDecimal value, Instant at, Optional<LocalDate> day, int resets) {
  /** Whether the other says the same but for the time, so that it need not be kept anew. */
  public boolean isSameAs(Mark other) {
    return value.compareTo(other.value) == 0 && day.equals(other.day) && resets == other.resets;
  }
}
