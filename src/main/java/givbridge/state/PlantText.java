package givbridge.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantMemo.Part;
import givbridge.plant.Seat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A remembered plant as a JSON text. Written and read token by token: it is read at every start,
 * and the classes that bind JSON to objects would come with it, which few programs ever need.
 */
final class PlantText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PlantText() {}

  /** The text of a plant. */
  static String write(PlantMemo plant) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("serial", plant.serial());
      json.writeStringField("type", plant.typeCode());
      json.writeNumberField("arm", plant.arm());
      if (plant.ratedWatts().isPresent()) {
        json.writeNumberField("watts", plant.ratedWatts().get());
      }
      json.writeArrayFieldStart("traits");
      for (String trait : new TreeSet<>(plant.traits())) {
        json.writeString(trait);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("parts");
      for (Part part : plant.parts()) {
        write(json, part);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Part part) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", part.kind());
    json.writeNumberField("address", part.seat().address());
    json.writeNumberField("offset", part.seat().offset());
    json.writeNumberField("number", part.seat().number());
    json.writeStringField("key", part.key());
    if (part.parent().isPresent()) {
      json.writeNumberField("parent", part.parent().get());
    }
    json.writeEndObject();
  }

  /**
   * The plant of a text; what it does not tell is empty or 0.
   *
   * @throws IOException if it is no JSON object
   */
  static PlantMemo read(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      if (!(value(json) instanceof Map<?, ?> plant)) {
        throw new IOException("no JSON object: " + text);
      }
      Set<String> traits = new TreeSet<>();
      list(plant, "traits").forEach(trait -> traits.add(trait.toString()));
      List<Part> parts = new ArrayList<>();
      for (Object part : list(plant, "parts")) {
        if (part instanceof Map<?, ?> fields) {
          parts.add(part(fields));
        }
      }
      return new PlantMemo(
          text(plant, "serial"),
          text(plant, "type"),
          number(plant, "arm").orElse(0),
          number(plant, "watts"),
          traits,
          parts);
    }
  }

  private static Part part(Map<?, ?> fields) {
    Seat seat =
        new Seat(
            number(fields, "address").orElse(0),
            number(fields, "offset").orElse(0),
            number(fields, "number").orElse(0));
    return new Part(text(fields, "kind"), seat, text(fields, "key"), number(fields, "parent"));
  }

  /** The value at the present token: a map, a list, an integer or a text. */
  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> fields = new HashMap<>();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        fields.put(name, value(json));
      }
      return fields;
    } else if (token == JsonToken.START_ARRAY) {
      List<Object> values = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(json));
      }
      return values;
    }
    return token == JsonToken.VALUE_NUMBER_INT ? (Object) json.getIntValue() : json.getText();
  }

  private static List<?> list(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof List<?> values ? values : List.of();
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  private static Optional<Integer> number(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
  }
}
