package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        new Place(row.path(), row, 0),
        new Reading.Known(value, at),
        Renderings.of(row.form()).render(value));
  }

  /** A leaf that is a list of texts in a document, and one text as a message. */
  public static Leaf list(TreeRow row, List<String> texts, String message, Instant at) {
    return new Leaf(
        new Place(row.path(), row, 0),
        new Reading.Known(new Value.Flags(texts), at),
        new Rendering(new Rendering.Json.Texts(texts), message));
  }

  /**
   * Those that are no more.
   *
   * @param before what was, in the order of the document
   * @param after what is, in the order of the document
   */
  public static List<Leaf> gone(List<Leaf> before, List<Leaf> after) {
    LeafWalk present = new LeafWalk(after);
    List<Leaf> gone = new ArrayList<>();
    for (Leaf leaf : before) {
      if (present.at(leaf.path()) == null) {
        gone.add(leaf);
      }
    }
    return gone;
  }

  /** The keys joined by {@code /}. */
  public String path() {
    return place.path();
  }
}
