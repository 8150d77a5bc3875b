package givbridge.cleaning;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that the cleaning of one plant remembers from one view to the next. Never changes.
 *
 * @param leaves by path
 * @param clock the inverter's own clock
 * @param doubted the checks of a whole reading that the last one did not pass, with the time of the
 *     first reading that did not
 */
public record Memory(
    Map<String, LeafMemory> leaves, InverterClock clock, Map<String, Instant> doubted) {
  /** Nothing yet. */
  public static final Memory NOTHING = new Memory(Map.of(), InverterClock.UNKNOWN, Map.of());

  /**
   * What is remembered.
   *
   * @param leaves is not copied, for there are many, and must not change any more
   */
  public Memory {
    doubted = Map.copyOf(doubted);
  }

  /** What survives a restart. */
  public static Memory of(Map<String, Mark> marks) {
    Map<String, LeafMemory> leaves = new HashMap<>(marks.size() * 2);
    marks.forEach((path, mark) -> leaves.put(path, LeafMemory.of(mark)));
    return new Memory(leaves, InverterClock.UNKNOWN, Map.of());
  }

  /** What is remembered of a leaf. */
  public LeafMemory leaf(String path) {
    return leaves.getOrDefault(path, LeafMemory.NOTHING);
  }
}
