package givbridge.view;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as clients see it.
 *
 * @param json in a document
 * @param message as a message; null: never sent as one (some hundred are kept of each inverter)
 */
public record Rendering(Json json, @Nullable String message) {
  /** As a message; empty: never sent as one. */
  public Optional<String> payload() {
    return Optional.ofNullable(message);
  }

  /** A value of a JSON document. */
  public sealed interface Json {
    /** A number, exactly as it is to be written. */
    record Digits(String digits) implements Json {}

    /** A text. */
    record Text(String text) implements Json {}

    /** A truth value. */
    record Truth(boolean value) implements Json {}

    /** A list of texts. */
    record Texts(List<String> texts) implements Json {
      public Texts {
        texts = List.copyOf(texts);
      }
    }

    /** A span of time, both ends as {@code HH:MM}. */
    record Span(String start, String end) implements Json {}

    /** An object of which nothing is said but that it is there. */
    record Branch() implements Json {}
  }
}
