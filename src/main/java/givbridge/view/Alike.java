package givbridge.view;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keeps one of all equal parts of trees, as long as a tree needs it: a hundred plants are much
 * alike.
 */
final class Alike {
  private final Map<Object, WeakReference<Object>> known = new WeakHashMap<>();

  /** The leaf itself, or the equal one that was there before. */
  Planned leaf(Planned leaf) {
    return one(leaf);
  }

  /** The leaf, whose place is that of one plant alone, with parts that others have too. */
  Planned parts(Planned leaf) {
    return new Planned(leaf.place(), one(leaf.node()), one(leaf.renderer()), one(leaf.inputs()));
  }

  /** The object itself, or the equal one that was there before. */
  @SuppressWarnings("unchecked") // What is equal to a part is of its class.
  private synchronized <T> T one(T part) {
    WeakReference<Object> before = known.get(part);
    Object same = before == null ? null : before.get();
    if (same != null) {
      return (T) same;
    }
    known.put(part, new WeakReference<>(part));
    return part;
  }
}
