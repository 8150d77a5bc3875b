package givbridge.command;

import givbridge.registers.RegisterRow;
import givbridge.tables.Condition;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between what a number must lie.
 *
 * @param condition for which inverters
 * @param between where the two ends come from
 */
public record Limits(Condition condition, Between between) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,5})\\.\\.(\\d{1,5})");
  private static final Pattern UP_TO_LEAF = Pattern.compile("(\\d{1,5})\\.\\.(\\S+/\\S+)");
  private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

  /** Where limits come from. */
  public sealed interface Between {}

  /** Numbers that stand in the table. */
  record Numbers(Interval interval) implements Between {}

  /**
   * Up to the number that a leaf shows.
   *
   * @param min the smallest value
   * @param leaf its path; <code>{serial}</code> stands for the serial number
   */
  record UpToLeaf(int min, String leaf) implements Between {}

  /** What may be written to a register. */
  record OfRegister(String name) implements Between {}

  /** Reads the written form; empty if it is none. */
  static Optional<Between> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      Interval interval =
          new Interval(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
      return Optional.of(new Numbers(interval));
    }
    Matcher upToLeaf = UP_TO_LEAF.matcher(text);
    if (upToLeaf.matches()) {
      return Optional.of(new UpToLeaf(Integer.parseInt(upToLeaf.group(1)), upToLeaf.group(2)));
    }
    return NAME.matcher(text).matches() ? Optional.of(new OfRegister(text)) : Optional.empty();
  }

  /** The two ends for an inverter; empty if they are not known. */
  Optional<Interval> interval(Subject subject) {
    if (between instanceof UpToLeaf it) {
      return subject.number(it.leaf()).map(most -> new Interval(it.min(), most.intValue()));
    }
    if (between instanceof OfRegister it) {
      return subject.registers().row(it.name()).flatMap(Limits::writable);
    }
    return fixed();
  }

  /** The two ends, if they are the same for all inverters of the condition. */
  Optional<Interval> fixed() {
    return between instanceof Numbers it ? Optional.of(it.interval()) : Optional.empty();
  }

  /** What may be written to a register, as whole numbers; empty if nothing may. */
  static Optional<Interval> writable(RegisterRow row) {
    return row.writable()
        .map(
            bounds ->
                new Interval(
                    bounds.min().map(BigDecimal::intValue).orElse(0),
                    bounds.max().map(BigDecimal::intValue).orElse(0xFFFF)));
  }
}
