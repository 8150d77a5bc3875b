package givbridge.view;

/** How a value looks when it is published. A leaf never changes its form. */
public enum Form {
  /** Digits without a point. */
  INT,
  /** The shortest exact decimal with at least one digit after the point. */
  FLOAT,
  /** Text as it is. */
  TEXT,
  /** {@code enable} or {@code disable}. */
  SWITCH,
  /** A truth value of the document; {@code True} or {@code False} as a message. */
  BOOL,
  /** A time of day as {@code HH:MM:SS}. */
  SLOT_TIME,
  /** A date and time of ISO 8601 with its offset from UTC, as text that the formula made. */
  ISO_TIME,
  /** As a raw register is shown, all as text in a document. */
  RAW_TEXT,
  /** As a raw register is shown, numbers as numbers. */
  RAW_TYPED,
  /** No value: an object that is there even when nothing is in it. */
  BRANCH;

  /** Whether values of that kind can take this form. */
  boolean fits(ValueKind kind) {
    return switch (this) {
      case INT, FLOAT -> kind.isNumeric();
      case TEXT, ISO_TIME -> kind == ValueKind.TEXT;
      case SWITCH, BOOL -> kind == ValueKind.FLAG || kind == ValueKind.CODE;
      case SLOT_TIME -> kind == ValueKind.TIME;
      case RAW_TEXT, RAW_TYPED -> true;
      case BRANCH -> false;
    };
  }

  /** Whether the value is a number. */
  public boolean isNumber() {
    return this == INT || this == FLOAT;
  }

  boolean isRaw() {
    return this == RAW_TEXT || this == RAW_TYPED;
  }
}
