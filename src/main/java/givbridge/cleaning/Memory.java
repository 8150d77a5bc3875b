package givbridge.cleaning;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that the cleaning of one plant remembers from one view to the next. Never changes.
 *
 * @param leaves what is remembered of each
 * @param clock the inverter's own clock
 * @param doubted the checks of a whole reading that the last one did not pass, with the time of the
 *     first reading that did not
 */
public record Memory(LeafMemories leaves, InverterClock clock, Map<String, Instant> doubted) {
  /** Nothing yet. */
  public static final Memory NOTHING =
      new Memory(LeafMemories.NONE, InverterClock.UNKNOWN, Map.of());

  public Memory {
    doubted = Map.copyOf(doubted);
  }

  /** What survives a restart. */
  public static Memory of(Map<String, Mark> marks) {
    Map<String, LeafMemory> leaves = new HashMap<>(marks.size() * 2);
    marks.forEach((path, mark) -> leaves.put(path, LeafMemory.of(mark)));
    return new Memory(LeafMemories.of(leaves), InverterClock.UNKNOWN, Map.of());
  }

  /** What is remembered of a leaf. */
  public LeafMemory leaf(String path) {
    return leaves.leaf(path);
  }
}
