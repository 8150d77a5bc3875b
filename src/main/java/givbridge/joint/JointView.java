package givbridge.joint;

import givbridge.view.Leaf;
import java.util.List;
import java.util.Optional;

/**
 * What is published of the plant as a whole.
 *
 * @param leaves in the order of the document
 */
public record JointView(List<Leaf> leaves) {
  public JointView {
    leaves = List.copyOf(leaves);
  }

  /** The leaf at a path, if it has a value. */
  public Optional<Leaf> leaf(String path) {
    return leaves.stream().filter(leaf -> leaf.path().equals(path)).findFirst();
  }
}
