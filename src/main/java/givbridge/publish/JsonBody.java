package givbridge.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import givbridge.view.Leaf;
import givbridge.view.Rendering.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes sorted leaves as nested objects. */
final class JsonBody {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultPrettyPrinter LAYOUT = layout();

  private JsonBody() {}

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  /**
   * An object with these leaves.
   *
   * @param leaves in the order of the document
   */
  static byte[] object(List<Leaf> leaves) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(leaves.size() * 48 + 16);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.setPrettyPrinter(LAYOUT.createInstance());
      json.writeStartObject();
      List<String> open = List.of();
      for (Leaf leaf : leaves) {
        open = write(json, leaf, open);
      }
      close(json, open.size());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a leaf and returns the objects that are open afterwards. */
  private static List<String> write(JsonGenerator json, Leaf leaf, List<String> open)
      throws IOException {
    List<String> segments = leaf.place().segments();
    boolean branch = leaf.rendering().json() instanceof Json.Branch;
    List<String> parents = branch ? segments : segments.subList(0, segments.size() - 1);
    int shared = 0;
    while (shared < Math.min(open.size(), parents.size())
        && open.get(shared).equals(parents.get(shared))) {
      shared++;
    }
    close(json, open.size() - shared);
    for (String key : parents.subList(shared, parents.size())) {
      json.writeObjectFieldStart(key);
    }
    if (!branch) {
      json.writeFieldName(segments.get(segments.size() - 1));
      value(json, leaf.rendering().json());
    }
    return parents;
  }

  private static void close(JsonGenerator json, int levels) throws IOException {
    for (int i = 0; i < levels; i++) {
      json.writeEndObject();
    }
  }

  private static void value(JsonGenerator json, Json value) throws IOException {
    if (value instanceof Json.Digits digits) {
      json.writeNumber(digits.digits());
    } else if (value instanceof Json.Text text) {
      json.writeString(text.text());
    } else if (value instanceof Json.Truth truth) {
      json.writeBoolean(truth.value());
    } else if (value instanceof Json.Texts texts) {
      json.writeStartArray();
      for (String text : texts.texts()) {
        json.writeString(text);
      }
      json.writeEndArray();
    } else if (value instanceof Json.Span span) {
      json.writeStartObject();
      json.writeStringField("end", span.end());
      json.writeStringField("start", span.start());
      json.writeEndObject();
    }
  }
}
