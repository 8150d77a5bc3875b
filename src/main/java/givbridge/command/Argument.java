package givbridge.command;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What was given for a parameter. */
public sealed interface Argument {
  /** As people and clients write it. */
  String text();

  /** On or off. */
  record Switch(boolean on) implements Argument {
    @Override
    public String text() {
      return on ? "enable" : "disable";
    }
  }

  /** A number: percent, W, or the number of a slot. */
  record Whole(int number) implements Argument {
    @Override
    public String text() {
      return Integer.toString(number);
    }
  }

  /**
   * A part of the largest that the inverter can.
   *
   * @param percent as it was given
   */
  record Share(int percent) implements Argument {
    @Override
    public String text() {
      return percent + "%";
    }
  }

  /** A time of day, to the minute. */
  record Time(LocalTime time) implements Argument {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public String text() {
      return FORM.format(time);
    }
  }

  /**
   * One of the words that the parameter knows.
   *
   * @param word as the table writes it
   */
  record Word(String word) implements Argument {
    @Override
    public String text() {
      return word;
    }
  }

  /** A date and time of the inverter's clock, to the second. */
  record Moment(LocalDateTime at) implements Argument {
    private static final DateTimeFormatter FORM =
        DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

    @Override
    public String text() {
      return FORM.format(at);
    }
  }
}
