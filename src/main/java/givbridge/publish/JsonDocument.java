package givbridge.publish;

import givbridge.view.Leaf;
import givbridge.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * A view as one JSON document in UTF-8: keys sorted by code point, four spaces a level, numbers
 * exact. What the clock changes is put in when the document is asked for; the rest is rendered
 * once, when it is first needed.
 */
public final class JsonDocument {
  private static final String OPEN = "{";
  private static final String CLOSE = "\n}";

  private final List<Leaf> leaves;
  private volatile Optional<Parts> rendered = Optional.empty();

  private JsonDocument(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  /** What stands before and after the section that the clock changes, without outer braces. */
  private record Parts(String section, String before, String after) {}

  /** The document of leaves that no clock changes, in the order of the document. */
  public static byte[] whole(List<Leaf> leaves) {
    return new JsonDocument(leaves).bytes(List.of());
  }

  /** The document of a view. */
  public static JsonDocument of(View view) {
    return new JsonDocument(view.leaves());
  }

  /**
   * The whole document.
   *
   * @param stats the leaves that the clock changes: one section of the document, and no other leaf
   *     of that section
   */
  public byte[] bytes(List<Leaf> stats) {
    String section = stats.isEmpty() ? "" : stats.get(0).place().section();
    Parts parts = rendered.filter(p -> p.section().equals(section)).orElseGet(() -> parts(section));
    rendered = Optional.of(parts);
    StringJoiner document = new StringJoiner(",", OPEN, CLOSE);
    for (String members : List.of(parts.before(), members(stats), parts.after())) {
      if (!members.isEmpty()) {
        document.add(members);
      }
    }
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Parts parts(String section) {
    Predicate<Leaf> earlier = leaf -> leaf.place().section().compareTo(section) < 0;
    return new Parts(
        section,
        members(leaves.stream().filter(earlier).toList()),
        members(leaves.stream().filter(earlier.negate()).toList()));
  }

  /** An object's text between its braces. */
  private static String members(List<Leaf> some) {
    if (some.isEmpty()) {
      return "";
    }
    String object = new String(JsonBody.object(some), StandardCharsets.UTF_8);
    return object.substring(OPEN.length(), object.length() - CLOSE.length());
  }
}
