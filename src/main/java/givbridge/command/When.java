package givbridge.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For which arguments and settings a write is made.
 *
 * @param terms all must hold
 */
public record When(List<Term> terms) {
  private static final String OPTION = "option:";

  public When {
    terms = List.copyOf(terms);
  }

  /** One demand. */
  public sealed interface Term {}

  /** The parameter was given. */
  record Given(String parameter) implements Term {}

  /** The parameter was given as this word. */
  record Is(String parameter, String word) implements Term {}

  /** A setting is on, or off. */
  record Option(String name, boolean on) implements Term {}

  /** Reads the written form: terms joined by {@code &}. */
  static When parse(String text) {
    List<Term> terms = new ArrayList<>();
    Arrays.stream(text.split("&"))
        .map(String::trim)
        .filter(term -> !term.isEmpty())
        .forEach(term -> terms.add(term(term)));
    return new When(terms);
  }

  private static Term term(String text) {
    if (text.startsWith(OPTION)) {
      return new Option(text.substring(OPTION.length()), true);
    }
    if (text.startsWith("!" + OPTION)) {
      return new Option(text.substring(1 + OPTION.length()), false);
    }
    int equals = text.indexOf('=');
    return equals < 0
        ? new Given(text)
        : new Is(text.substring(0, equals), text.substring(equals + 1));
  }

  /**
   * Whether all terms hold.
   *
   * @param options names of the settings that are on
   */
  boolean holds(Map<String, Argument> arguments, Set<String> options) {
    return terms.stream().allMatch(term -> holds(term, arguments, options));
  }

  private static boolean holds(Term term, Map<String, Argument> arguments, Set<String> options) {
    if (term instanceof Is is) {
      Argument given = arguments.get(is.parameter());
      return given != null && given.text().equals(is.word());
    }
    if (term instanceof Option option) {
      return options.contains(option.name()) == option.on();
    }
    return term instanceof Given given && arguments.containsKey(given.parameter());
  }
}
