package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A leaf with its value.
 *
 * @param place where it stands
 * @param reading the cleaned value with its time
 * @param rendering the value as clients see it
 */
public record Leaf(Place place, Reading.Known reading, Rendering rendering) {
  /** A leaf at the place of its row, which has no placeholders, in the row's form. */
  public static Leaf beside(TreeRow row, Value value, Instant at) {
    return new Leaf(
        Place.of(row.path(), row, Optional.empty(), 0),
        new Reading.Known(value, at),
        Renderings.of(row.form()).render(value));
  }

  /** A leaf that is a list of texts in a document, and one text as a message. */
  public static Leaf list(TreeRow row, List<String> texts, String message, Instant at) {
    return new Leaf(
        Place.of(row.path(), row, Optional.empty(), 0),
        new Reading.Known(new Value.Flags(texts), at),
        new Rendering(new Rendering.Json.Texts(texts), Optional.of(message)));
  }

  /** The keys joined by {@code /}. */
  public String path() {
    return place.path();
  }
}
