package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.util.regex.Pattern;

/**
 * Tells whether a device is there, from a field of its page.
 *
 * @param rule how the field is judged
 * @param field name of the field in the device's register map
 */
public record Presence(Rule rule, String field) {
  private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{10}");

  /** How a field is judged. */
  public enum Rule {
    /** Exactly ten characters A-Z 0-9. */
    VALID_SERIAL,
    /** A number other than 0. */
    NOT_ZERO
  }

  /** Whether a device that reads so is there. */
  public boolean holds(Reading reading) {
    return reading.known().map(this::judge).orElse(false);
  }

  private boolean judge(Value value) {
    return switch (rule) {
      case VALID_SERIAL -> value instanceof Value.Text text && isSerial(text.text());
      case NOT_ZERO -> value instanceof Value.Amount amount && amount.number().signum() != 0;
    };
  }

  /** Whether the text is a serial number that identifies a device. */
  public static boolean isSerial(String text) {
    return SERIAL.matcher(text).matches() && !text.chars().allMatch(c -> c == '0');
  }
}
