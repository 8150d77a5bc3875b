package givbridge.command;

/** What a parameter of a command is, and the form in which it is asked for. */
public enum ParameterType {
  /** On or off. */
  SWITCH("enable or disable", "enable", ""),
  /** Whole percent. */
  PERCENT("a whole number of percent", "50", " %"),
  /** A power in W, or in percent of the largest. */
  RATE("whole watts, or percent with a percent sign", "2500", " W"),
  /** The number of a slot. */
  INDEX("a whole number", "1", ""),
  /** A time of day. */
  TIME("a time as HH:MM, HH:MM:SS or HHMM", "05:30", ""),
  /** One of a list of words. */
  WORD("one of ", "", ""),
  /** Date and time. */
  MOMENT("a date and time as dd/mm/yyyy hh:mm:ss", "31/12/2025 23:59:00", "");

  private final String form;
  private final String example;
  private final String unit;

  ParameterType(String form, String example, String unit) {
    this.form = form;
    this.example = example;
    this.unit = unit;
  }

  /** The right form, in words; of a {@link #WORD} the beginning, before the list. */
  String form() {
    return form;
  }

  /** A value as it may be given; empty for a {@link #WORD}. */
  String example() {
    return example;
  }

  /** What stands behind a number in sentences, with its blank. */
  String unit() {
    return unit;
  }

  /** Whether a value is a number with limits. */
  boolean numeric() {
    return this == PERCENT || this == RATE || this == INDEX;
  }
}
