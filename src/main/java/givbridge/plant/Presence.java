package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether something is there, from what a field of a block says.
 *
 * @param rule how a field is judged
 * @param fields names of fields in the register map; one that passes is enough
 */
public record Presence(Rule rule, List<String> fields) {
  private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{10}");

  /** How a field is judged. */
  public enum Rule {
    /** Exactly ten characters A-Z 0-9. */
    VALID_SERIAL,
    /** A number other than 0. */
    NOT_ZERO,
    /** A number above 1. */
    SEVERAL,
    /** A text with a letter in it. */
    NAMED,
    /** Anything within its bounds. */
    KNOWN
  }

  public Presence {
    fields = List.copyOf(fields);
  }

  /** Whether what reads so is there. */
  public boolean holds(Reading reading) {
    return reading.known().map(this::judge).orElse(false);
  }

  private boolean judge(Value value) {
    return switch (rule) {
      case VALID_SERIAL -> value instanceof Value.Text text && isSerial(text.text());
      case NOT_ZERO -> value instanceof Value.Amount amount && amount.number().signum() != 0;
      case SEVERAL ->
          value instanceof Value.Amount amount && amount.number().compareTo(BigDecimal.ONE) > 0;
      case NAMED ->
          value instanceof Value.Text text && text.text().chars().anyMatch(Character::isLetter);
      case KNOWN -> true;
    };
  }

  /** Whether the text is a serial number that identifies a device. */
  public static boolean isSerial(String text) {
    return SERIAL.matcher(text).matches() && !text.chars().allMatch(c -> c == '0');
  }
}
