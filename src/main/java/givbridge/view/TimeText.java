package givbridge.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Dates and times as text, in the few forms in which they are published at each poll. A formatter
 * of Java's interprets its pattern each time, which takes longer than all else that is done for
 * such a leaf.
 */
final class TimeText {
  private static final int NANOS_OF_MILLISECOND = 1_000_000;

  private TimeText() {}

  /** As {@code HH:mm}. */
  static String minutes(LocalTime time) {
    return two(time.getHour()) + ":" + two(time.getMinute());
  }

  /** As {@code HH:mm:ss}. */
  static String seconds(LocalTime time) {
    return minutes(time) + ":" + two(time.getSecond());
  }

  /** As {@code uuuu-MM-dd HH:mm:ss}. */
  static String yearFirst(LocalDateTime time) {
    return time.toLocalDate() + " " + seconds(time.toLocalTime());
  }

  /** As {@code dd-MM-uuuu HH:mm:ss}. */
  static String dayFirst(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    String iso = date.toString();
    String year = iso.substring(0, iso.length() - "-MM-dd".length());
    return two(date.getDayOfMonth())
        + "-"
        + two(date.getMonthValue())
        + "-"
        + year
        + " "
        + seconds(time.toLocalTime());
  }

  /** As {@code uuuu-MM-dd'T'HH:mm:ssxxx}. */
  static String iso(ZonedDateTime time) {
    return time.toLocalDate() + "T" + seconds(time.toLocalTime()) + offset(time);
  }

  /** As {@code uuuu-MM-dd'T'HH:mm:ss.SSSxxx}. */
  static String isoPrecise(ZonedDateTime time) {
    int thousandths = 1000 + time.getNano() / NANOS_OF_MILLISECOND;
    return time.toLocalDate()
        + "T"
        + seconds(time.toLocalTime())
        + "."
        + Integer.toString(thousandths).substring(1)
        + offset(time);
  }

  private static String offset(ZonedDateTime time) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    int size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
