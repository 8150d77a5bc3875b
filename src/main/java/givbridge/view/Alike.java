package givbridge.view;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/** Keeps one of all equal leaves, as long as a tree needs it: a hundred plants are much alike. */
final class Alike {
  private final Map<Planned, WeakReference<Planned>> known = new WeakHashMap<>();

  /** The leaf itself, or the equal one that was there before. */
  synchronized Planned one(Planned leaf) {
    WeakReference<Planned> before = known.get(leaf);
    Planned same = before == null ? null : before.get();
    if (same != null) {
      return same;
    }
    known.put(leaf, new WeakReference<>(leaf));
    return leaf;
  }
}
