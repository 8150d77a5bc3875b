package givbridge.registers;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** What a register says, before any presentation. */
public sealed interface Value {
  /**
   * A number in the row's unit.
   *
   * @param number exact, as raw number times scale
   */
  record Amount(BigDecimal number) implements Value {
    /** A whole number. */
    public static Amount of(long number) {
      return new Amount(BigDecimal.valueOf(number));
    }
  }

  /** Text, such as a serial number or a firmware version. */
  record Text(String text) implements Value {}

  /** A switch. */
  record Flag(boolean on) implements Value {
    private static final Flag ON = new Flag(true);
    private static final Flag OFF = new Flag(false);

    /** One of two that are shared, as a plant has hundreds of switches. */
    public static Flag of(boolean on) {
      return on ? ON : OFF;
    }
  }

  /**
   * One word of an enumeration.
   *
   * @param number the raw number
   * @param name its name in the table of enumerations
   */
  record Code(int number, String name) implements Value {}

  /** A time of day, to the minute. */
  record TimeOfDay(LocalTime time) implements Value {}

  /** A time slot; an end before the start wraps over midnight, equal ends mean unset. */
  record Slot(LocalTime start, LocalTime end) implements Value {}

  /** A date and time of the device's own clock, which knows no zone. */
  record Moment(LocalDateTime at) implements Value {}

  /** The names of the set bits, ascending by bit. */
  record Flags(List<String> names) implements Value {
    public Flags {
      names = List.copyOf(names);
    }
  }
}
