package givbridge.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came with a command: text alone, or named values. */
sealed interface Payload {
  /** Longest payload that is looked at; the longest sensible one has some 100 characters. */
  int MAX_LENGTH = 4096;

  /** Text without surrounding blanks and quotes. */
  record Text(String text) implements Payload {}

  /** Values by key, numbers and booleans as JSON writes them; null counts as not given. */
  record Body(Map<String, String> values) implements Payload {}

  /** Neither. */
  record Malformed(String why) implements Payload {}

  /** Reads a payload; never fails. */
  static Payload read(String payload) {
    String text = payload.strip();
    if (text.length() > MAX_LENGTH) {
      return new Malformed("the payload is longer than " + MAX_LENGTH + " characters");
    }
    if (!text.startsWith("{")) {
      return new Text(Json.unquoted(text));
    }
    return Json.object(text)
        .or(() -> Json.object(Json.repaired(text)))
        .<Payload>map(Body::new)
        .orElseGet(() -> new Malformed("the payload is not valid JSON"));
  }

  /** How JSON is read, and what is near enough. */
  final class Json {
    private static final ObjectReader READER =
        new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A pair with a comma in place of the colon, as the documentation of old versions shows it. */
    private static final Pattern PAIR_WITH_COMMA =
        Pattern.compile("\\{\\s*(\"[^\"]*\")\\s*,\\s*(\"[^\"]*\")\\s*}");

    private static final Pattern QUOTES = Pattern.compile("([\"'])(.*)\\1", Pattern.DOTALL);

    private Json() {}

    private static Optional<Map<String, String>> object(String text) {
      try {
        JsonNode root = READER.readTree(text);
        Map<String, String> values = new TreeMap<>();
        root.properties().stream()
            .filter(entry -> !entry.getValue().isNull())
            .forEach(entry -> values.put(entry.getKey(), scalar(entry.getValue())));
        return Optional.of(values);
      } catch (JsonProcessingException e) {
        return Optional.empty();
      }
    }

    private static String scalar(JsonNode value) {
      return value.isValueNode() ? value.asText().strip() : value.toString();
    }

    private static String repaired(String text) {
      String closed = text.endsWith(")") ? text.substring(0, text.length() - 1) + "}" : text;
      Matcher pair = PAIR_WITH_COMMA.matcher(closed);
      return pair.matches() ? "{" + pair.group(1) + ":" + pair.group(2) + "}" : closed;
    }

    private static String unquoted(String text) {
      Matcher quoted = QUOTES.matcher(text);
      return quoted.matches() ? quoted.group(2).strip() : text;
    }
  }
}
