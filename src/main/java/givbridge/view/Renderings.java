package givbridge.view;

import givbridge.registers.Value;
import givbridge.view.Rendering.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How values of each form become text. */
final class Renderings {
  private static final int PAYLOAD_DECIMALS = 3;
  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HH:mm:ss");

  // What most registers hold; each is kept once, not once an inverter.
  private static final Rendering[] SMALL = small();
  private static final Rendering[] SMALL_TEXTS = texts(SMALL);
  private static final Rendering ZERO = number("0.0", "0.0");
  private static final Rendering TRUE = new Rendering(new Json.Truth(true), "True");
  private static final Rendering FALSE = new Rendering(new Json.Truth(false), "False");

  private Renderings() {}

  private static Rendering[] small() {
    Rendering[] small = new Rendering[Byte.MAX_VALUE];
    for (int i = 0; i < small.length; i++) {
      small[i] = number(Integer.toString(i), Integer.toString(i));
    }
    return small;
  }

  private static Rendering[] texts(Rendering[] numbers) {
    Rendering[] texts = new Rendering[numbers.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(Integer.toString(i));
    }
    return texts;
  }

  /** A number that a document shows as a text. */
  static Rendering numberAsText(Json.Digits number, @Nullable String message) {
    String digits = number.digits();
    if (digits.length() <= 3 && digits.chars().allMatch(Character::isDigit)) {
      int small = Integer.parseInt(digits);
      if (small < SMALL_TEXTS.length && digits.equals(message)) {
        return SMALL_TEXTS[small];
      }
    }
    return new Rendering(new Json.Text(digits), message);
  }

  /** The renderer of a form that is not raw. */
  static Renderer of(Form form) {
    return switch (form) {
      case INT -> value -> whole(number(value));
      case FLOAT -> value -> decimal(number(value));
      case SWITCH -> value -> text(number(value).signum() != 0 ? "enable" : "disable");
      case BOOL -> value -> truth(number(value).signum() != 0);
      case SLOT_TIME ->
          value -> text(value instanceof Value.TimeOfDay time ? HHMMSS.format(time.time()) : "");
      case BRANCH -> value -> new Rendering(new Json.Branch(), null);
      case TEXT, ISO_TIME, RAW_TEXT, RAW_TYPED ->
          value -> text(value instanceof Value.Text text ? text.text() : "");
    };
  }

  private static BigDecimal number(Value value) {
    return Function.number(value).orElse(BigDecimal.ZERO);
  }

  /** A text, the same both ways. */
  static Rendering text(String text) {
    return new Rendering(new Json.Text(text), text);
  }

  /** A truth value. */
  static Rendering truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A whole number; digits after the point are cut off. */
  static Rendering whole(BigDecimal number) {
    BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
    if (whole.signum() >= 0 && whole.precision() <= 3 && whole.intValue() < SMALL.length) {
      return SMALL[whole.intValue()];
    }
    String digits = whole.toPlainString();
    return number(digits, digits);
  }

  /** An exact decimal; messages carry at most three digits after the point. */
  static Rendering decimal(BigDecimal number) {
    if (number.signum() == 0) {
      return ZERO;
    }
    String digits = shortest(number);
    String payload =
        number.scale() <= PAYLOAD_DECIMALS
            ? digits
            : shortest(number.setScale(PAYLOAD_DECIMALS, RoundingMode.HALF_UP));
    return number(digits, payload);
  }

  private static Rendering number(String digits, String payload) {
    return new Rendering(new Json.Digits(digits), payload);
  }

  /** The shortest form with at least one digit after the point. */
  static String shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }
}
