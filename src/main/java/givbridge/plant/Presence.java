package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tells whether something is there, from what a field of a block says.
 *
 * @param rule how a field is judged
 * @param fields names of fields in the register map; one that passes is enough
 */
public record Presence(Rule rule, List<String> fields) {
  private static final int LETTERS_OF_A_SERIAL = 10;

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
    return reading instanceof Reading.Known known && judge(known.value());
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
    boolean named = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if ((letter < 'A' || letter > 'Z') && (letter < '0' || letter > '9')) {
        return false;
      }
      named |= letter != '0';
    }
    return named && text.length() == LETTERS_OF_A_SERIAL;
  }
}
