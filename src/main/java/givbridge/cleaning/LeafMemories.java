package givbridge.cleaning;

import java.util.HashMap;
import java.util.Map;

/**
 * What is remembered of all leaves of one plant. Never changes.
 *
 * <p>A tree has some hundred leaves, each of which is remembered anew with each view: those of the
 * present tree lie in an array, by their numbers.
 */
public final class LeafMemories {
  static final LeafMemories NONE = of(Map.of());

  private final Paths paths;
  private final LeafMemory[] numbered;

  /** Of leaves that are not in the tree now, such as those of a battery that does not answer. */
  private final Map<String, LeafMemory> others;

  private LeafMemories(Paths paths, LeafMemory[] numbered, Map<String, LeafMemory> others) {
    this.paths = paths;
    this.numbered = numbered;
    this.others = others;
  }

  /** What is remembered by path, whatever the tree will be. */
  static LeafMemories of(Map<String, LeafMemory> byPath) {
    return new LeafMemories(Paths.NONE, new LeafMemory[0], Map.copyOf(byPath));
  }

  /** What is remembered of a leaf. */
  LeafMemory leaf(String path) {
    int number = paths.number(path);
    return number < 0 ? others.getOrDefault(path, LeafMemory.NOTHING) : numbered[number];
  }

  /**
   * What is remembered, to be changed.
   *
   * @param tree the leaves that are judged now
   */
  public Draft draft(Paths tree) {
    return tree == paths ? new Draft(this, true) : new Draft(numberedBy(tree), false);
  }

  private LeafMemories numberedBy(Paths tree) {
    Map<String, LeafMemory> left = new HashMap<>(others);
    for (int number = 0; number < numbered.length; number++) {
      if (!numbered[number].equals(LeafMemory.NOTHING)) {
        left.put(paths.path(number), numbered[number]);
      }
    }
    LeafMemory[] again = new LeafMemory[tree.size()];
    for (int number = 0; number < again.length; number++) {
      LeafMemory known = left.remove(tree.path(number));
      again[number] = known == null ? LeafMemory.NOTHING : known;
    }
    return new LeafMemories(tree, again, Map.copyOf(left));
  }

  /** What is remembered while the leaves of one view are judged. */
  public static final class Draft {
    private final LeafMemories before;
    private final LeafMemory[] now;
    private final boolean ofSameTree;

    private Draft(LeafMemories before, boolean ofSameTree) {
      this.before = before;
      this.now = before.numbered.clone();
      this.ofSameTree = ofSameTree;
    }

    /** Whether all that is remembered was judged by the rules of this tree. */
    public boolean isOfSameTree() {
      return ofSameTree;
    }

    /** What is remembered of the leaf with that number. */
    public LeafMemory at(int number) {
      return now[number];
    }

    /** Remembers this of the leaf with that number. */
    public void put(int number, LeafMemory memory) {
      now[number] = memory;
    }

    /** What is remembered now. */
    public LeafMemories done() {
      return new LeafMemories(before.paths, now.clone(), before.others);
    }
  }
}
