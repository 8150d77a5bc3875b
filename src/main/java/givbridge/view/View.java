package givbridge.view;

import givbridge.plant.Snapshot;
import givbridge.registers.Reading.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is published of one snapshot, but for what the clock changes. A leaf that has no value
 * now is not in it.
 */
public final class View {
  private final Snapshot snapshot;
  private final List<Leaf> leaves;
  private final Map<String, Leaf> byPath;
  private final List<Refusal> refused;

  View(Snapshot snapshot, List<Leaf> leaves, Map<String, Leaf> byPath, List<Refusal> refused) {
    this.snapshot = snapshot;
    this.leaves = List.copyOf(leaves);
    this.byPath = byPath;
    this.refused = List.copyOf(refused);
  }

  /** The snapshot that it shows. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** The leaves in the order of the document. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** The leaf at a path, if it has a value. */
  public Optional<Leaf> leaf(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The values that were not believed. */
  public List<Refusal> refused() {
    return refused;
  }

  /**
   * A value that was not believed.
   *
   * @param place where it would have stood
   * @param why outside its bounds, or refused by a rule
   */
  public record Refusal(Place place, Why why) {}
}
