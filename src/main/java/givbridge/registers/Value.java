package givbridge.registers;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a register says, before any presentation. The kinds that most leaves hold are compared by
 * methods written out: some hundred are on each poll, and those of records take long without an
 * optimising compiler.
 */
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

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Amount it && number.equals(it.number));
    }

    @Override
    public int hashCode() {
      return number.hashCode();
    }
  }

  /** Text, such as a serial number or a firmware version. */
  record Text(String text) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Text it && text.equals(it.text));
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** A switch. */
  record Flag(boolean on) implements Value {
    private static final Flag ON = new Flag(true);
    private static final Flag OFF = new Flag(false);

    /** One of two that are shared, as a plant has hundreds of switches. */
    public static Flag of(boolean on) {
      return on ? ON : OFF;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Flag it && on == it.on);
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(on);
    }
  }

  /**
   * One word of an enumeration.
   *
   * @param number the raw number
   * @param name its name in the table of enumerations
   */
  record Code(int number, String name) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Code it && number == it.number && name.equals(it.name));
    }

    @Override
    public int hashCode() {
      return 31 * number + name.hashCode();
    }
  }

  /** A time of day, to the minute. */
  record TimeOfDay(LocalTime time) implements Value {}

  /** A time slot; an end before the start wraps over midnight, equal ends mean unset. */
  record Slot(LocalTime start, LocalTime end) implements Value {}

  /** A date and time of the device's own clock, which knows no zone. */
  record Moment(LocalDateTime at) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Moment it && at.equals(it.at));
    }

    @Override
    public int hashCode() {
      return at.hashCode();
    }
  }

  /** The names of the set bits, ascending by bit. */
  record Flags(List<String> names) implements Value {
    public Flags {
      names = List.copyOf(names);
    }
  }
}
