package givbridge.view;

import givbridge.view.Formula.DeviceReference;
import givbridge.view.Formula.Which;
import givbridge.view.Formula.Which.Relative;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula: a number, a {@code 'text'}, a field, a leaf's path (it has a {@code /}), {@code
 * kind[index]:field}, {@code kind[last]:field}, {@code kind[*]:field} or {@code function(formula,
 * ...)}.
 */
final class FormulaParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:'([^']*)'"
              + "|(-?\\d+(?:\\.\\d+)?)(?![\\w/])"
              + "|([a-z-]+)(?:\\[(\\d+|\\*|last)])?:(\\w+)"
              + "|([\\w{}/]+)"
              + "|([(),]))\\s*");
  private static final int WORD = 1;
  private static final int NUMBER = 2;
  private static final int KIND = 3;
  private static final int INDEX = 4;
  private static final int FIELD = 5;
  private static final int NAME = 6;

  private final String text;
  private final List<MatchResult> tokens = new ArrayList<>();
  private int next;

  private FormulaParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.regionStart() < text.length()) {
      if (!matcher.lookingAt()) {
        throw new IllegalArgumentException(
            "character " + (matcher.regionStart() + 1) + " begins no part of a formula: " + text);
      }
      tokens.add(matcher.toMatchResult());
      matcher.region(matcher.end(), text.length());
    }
  }

  /**
   * Reads the whole text.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Formula parse(String text) {
    FormulaParser parser = new FormulaParser(text);
    Formula formula = parser.formula();
    if (parser.next < parser.tokens.size()) {
      throw new IllegalArgumentException("something follows the formula: " + text);
    }
    return formula;
  }

  private MatchResult take() {
    if (next == tokens.size()) {
      throw new IllegalArgumentException("the formula breaks off: " + text);
    }
    return tokens.get(next++);
  }

  private boolean takeIf(String sign) {
    boolean found = next < tokens.size() && tokens.get(next).group().trim().equals(sign);
    if (found) {
      next++;
    }
    return found;
  }

  private Formula formula() {
    MatchResult token = take();
    if (token.group(WORD) != null) {
      return new Formula.Word(token.group(WORD));
    } else if (token.group(NUMBER) != null) {
      return new Formula.Literal(new BigDecimal(token.group(NUMBER)));
    } else if (token.group(KIND) != null) {
      return new Formula.Field(Optional.of(device(token)), token.group(FIELD));
    } else if (token.group(NAME) == null) {
      throw new IllegalArgumentException("a formula cannot begin with " + token.group().trim());
    }
    String name = token.group(NAME);
    if (takeIf("(")) {
      return new Formula.Call(name, arguments());
    }
    return name.contains("/")
        ? new Formula.LeafValue(name)
        : new Formula.Field(Optional.empty(), name);
  }

  private static DeviceReference device(MatchResult token) {
    String index = token.group(INDEX);
    return new DeviceReference(token.group(KIND), index == null ? Relative.NEAREST : which(index));
  }

  private static Which which(String index) {
    return switch (index) {
      case "*" -> Relative.EACH;
      case "last" -> Relative.LAST;
      default -> new Which.Numbered(Integer.parseInt(index));
    };
  }

  private List<Formula> arguments() {
    List<Formula> arguments = new ArrayList<>();
    if (takeIf(")")) {
      return arguments;
    }
    do {
      arguments.add(formula());
    } while (takeIf(","));
    if (!takeIf(")")) {
      throw new IllegalArgumentException("a bracket is not closed: " + text);
    }
    return arguments;
  }
}
