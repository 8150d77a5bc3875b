package givbridge.simulator;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;

/** The inverter's clock, of which each part is written alone. */
final class ClockWords {

  private static final int CENTURY = 2000;

  private ClockWords() {}

  /**
   * The clock with one part set. A day which the month does not have becomes its last, since the
   * day is written after the month.
   *
   * @param part 0 year after 2000, 1 month, 2 day, 3 hour, 4 minute, 5 second
   * @return empty if no clock shows that
   */
  static Optional<LocalDateTime> with(LocalDateTime clock, int part, int value) {
    int[] parts = {
      clock.getYear() - CENTURY,
      clock.getMonthValue(),
      clock.getDayOfMonth(),
      clock.getHour(),
      clock.getMinute(),
      clock.getSecond()
    };
    parts[part] = value;
    if (parts[0] > 99) {
      return Optional.empty();
    }
    try {
      YearMonth month = YearMonth.of(CENTURY + parts[0], parts[1]);
      int day = part == 2 ? parts[2] : Math.min(parts[2], month.lengthOfMonth());
      return Optional.of(month.atDay(day).atTime(parts[3], parts[4], parts[5]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
