package givbridge.cleaning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What must be known to judge a reading.
 *
 * @param now the present time
 * @param smoothing how large a jump is doubted
 * @param plantWatts what can flow through the plant at most, W
 * @param charge how fast the charge can move of the battery of which the value tells, percent;
 *     empty: unknown
 * @param clock the inverter's own clock
 * @param holds whether the last value may stand in while none can be believed; a setting is shown
 *     as it stands or not at all
 * @param doubted whether what was read together does not fit together
 * @param sources what the value is derived from, if that is believed values alone
 */
public record Circumstances(
    Instant now,
    Smoothing smoothing,
    BigDecimal plantWatts,
    Optional<Pace> charge,
    InverterClock clock,
    boolean holds,
    boolean doubted,
    Optional<Sources> sources) {

  /**
   * The counters that a counter is derived from.
   *
   * @param oldestDay the day of the one whose day is oldest; empty: none has one
   * @param newestDay the day of the one whose day is newest
   * @param resets how often lower values of them were believed, in sum
   */
  public record Sources(Optional<LocalDate> oldestDay, Optional<LocalDate> newestDay, int resets) {
    /** No counter among them. */
    public static final Sources NONE = new Sources(Optional.empty(), Optional.empty(), 0);

    /** These and one more. */
    public Sources with(LeafMemory counter) {
      return new Sources(
          earlier(oldestDay, counter.day()),
          later(newestDay, counter.day()),
          resets + counter.resets());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
      boolean isFirst = b.isEmpty() || (a.isPresent() && b.get().isAfter(a.get()));
      return isFirst ? a : b;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
      boolean isLast = b.isEmpty() || (a.isPresent() && b.get().isBefore(a.get()));
      return isLast ? a : b;
    }
  }
}
