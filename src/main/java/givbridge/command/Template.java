package givbridge.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in which numbers are left open, such as {@code charge_slot_{slot}_start}.
 *
 * @param text the name; <code>{x}</code> stands for the value of x
 */
public record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final String NUMBER = "([1-9][0-9]?)";

  /** What is left open, from left to right. */
  public List<String> placeholders() {
    return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The name with the values put in; what has no value stays open. */
  public String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** The numbers that make this template the given name; empty if none do. */
  Optional<Map<String, String>> match(String name) {
    Matcher match = Pattern.compile(expression()).matcher(name);
    if (!match.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> names = placeholders();
    MatchResult result = match.toMatchResult();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), result.group(i + 1));
    }
    return Optional.of(values);
  }

  private String expression() {
    StringBuilder expression = new StringBuilder();
    int from = 0;
    Matcher placeholders = PLACEHOLDER.matcher(text);
    while (placeholders.find()) {
      expression.append(Pattern.quote(text.substring(from, placeholders.start()))).append(NUMBER);
      from = placeholders.end();
    }
    return expression.append(Pattern.quote(text.substring(from))).toString();
  }
}
