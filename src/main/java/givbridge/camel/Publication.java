package givbridge.camel;

import givbridge.view.Leaf;
import givbridge.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an output is to show.
 *
 * @param whole the whole view, so that what is no longer in it can be taken back; empty: these
 *     leaves alone are new
 * @param leaves the leaves to show, whether they changed or not
 */
record Publication(Optional<View> whole, List<Leaf> leaves) {
  Publication {
    leaves = List.copyOf(leaves);
  }

  /** Everything. */
  static Publication all(View view, List<Leaf> stats) {
    List<Leaf> leaves = new ArrayList<>(view.leaves());
    leaves.addAll(stats);
    return new Publication(Optional.of(view), leaves);
  }

  /** Age and state of the data. */
  static Publication stats(List<Leaf> stats) {
    return new Publication(Optional.empty(), stats);
  }

  /** Some leaves of a view. */
  static Publication some(List<Leaf> leaves) {
    return new Publication(Optional.empty(), leaves);
  }
}
