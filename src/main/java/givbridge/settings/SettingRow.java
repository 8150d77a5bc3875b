package givbridge.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one setting, or of one family of numbered ones.
 *
 * @param name its name; {@code {n}} in it stands for the number of an inverter
 * @param group heading below which pages show it
 * @param form what its value may be
 * @param status whether it has an effect
 * @param sameAs the setting of which this is another name
 * @param effect what it does, in one sentence; for an accepted name why it does nothing
 */
public record SettingRow(
    String name, String group, Form form, Status status, Optional<String> sameAs, String effect) {

  static final String NUMBER = "{n}";

  /** What a name stands for. */
  public enum Status {
    /** It has an effect. */
    USED,
    /** A name of GivTCP that is taken without effect. */
    ACCEPTED,
    /** No setting: the beginning of names that are ours alone, so that others are mistakes. */
    OURS
  }

  /**
   * What a value may be.
   *
   * @param kind its looks
   * @param fallback the value when none is given
   * @param unit unit of the value; empty if it has none
   * @param min least number
   * @param max largest number
   * @param choices allowed words, each with the program's value for it, in the order of the table
   */
  public record Form(
      SettingKind kind,
      Optional<String> fallback,
      String unit,
      Optional<Integer> min,
      Optional<Integer> max,
      Map<String, String> choices) {

    /** What a value must be, as it ends the sentence "it must be ...". */
    public String words() {
      if (kind == SettingKind.CHOICE) {
        return kind.words() + " " + String.join(", ", choices.keySet());
      }
      if (min.isPresent() && max.isPresent()) {
        return kind.words() + " from " + min.get() + " to " + max.get();
      }
      return kind.words();
    }

    boolean allows(String text) {
      if (!kind.fits(text)) {
        return false;
      }
      if (kind == SettingKind.CHOICE) {
        return choices.containsKey(text.toLowerCase(Locale.ROOT));
      }
      return !kind.isNumber() || within(Integer.parseInt(text));
    }

    private boolean within(int number) {
      return min.map(least -> number >= least).orElse(true)
          && max.map(largest -> number <= largest).orElse(true);
    }
  }

  /** Whether there is one setting of the name for each inverter. */
  public boolean numbered() {
    return name.contains(NUMBER);
  }

  /** The name for an inverter. */
  String named(int number) {
    return name.replace(NUMBER, Integer.toString(number));
  }

  boolean matches(String given) {
    return switch (status) {
      case OURS -> given.startsWith(name.substring(0, name.length() - 1));
      case USED, ACCEPTED -> numbered() ? matchesNumber(given) : name.equals(given);
    };
  }

  private boolean matchesNumber(String given) {
    int at = name.indexOf(NUMBER);
    String after = name.substring(at + NUMBER.length());
    return given.length() > at + after.length()
        && given.startsWith(name.substring(0, at))
        && given.endsWith(after)
        && given.substring(at, given.length() - after.length()).matches("[1-9]\\d{0,3}");
  }
}
