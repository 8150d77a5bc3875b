package givbridge.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves in the order of the document, asked for in that order. */
final class LeafWalk {
  private final List<Leaf> leaves;
  private int next;

  LeafWalk(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  /** The leaf of that place; none if there is none, or if a later one was asked for. */
  @Nullable Leaf at(Place place) {
    Leaf leaf = at(place.path());
    return leaf != null && leaf.place().equals(place) ? leaf : null;
  }

  /** The leaf at a path; none if there is none, or if a later one was asked for. */
  @Nullable Leaf at(String path) {
    while (next < leaves.size()) {
      Leaf leaf = leaves.get(next);
      int order = leaf.path().equals(path) ? 0 : Place.order(leaf.path(), path);
      if (order > 0) {
        return null;
      }
      next++;
      if (order == 0) {
        return leaf;
      }
    }
    return null;
  }
}
