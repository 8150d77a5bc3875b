package givbridge.view;

import givbridge.tables.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What home automation is told of a leaf.
 *
 * @param path the leaf's path in the tree's table
 * @param component what kind of entity it is
 * @param deviceClass such as {@code power}; empty: none
 * @param stateClass such as {@code total_increasing}; empty: none
 * @param command name of the control command that sets it; empty: it can only be read. It may hold
 *     {@code {n}}
 * @param options the words that can be chosen; for a button what it sends
 * @param range what can be set, for numbers
 * @param origin where the row stands
 */
public record Announcement(
    String path,
    Component component,
    Optional<String> deviceClass,
    Optional<String> stateClass,
    Optional<String> command,
    List<String> options,
    Optional<Range> range,
    Origin origin) {
  public Announcement {
    options = List.copyOf(options);
  }

  /** A kind of entity. */
  public enum Component {
    SENSOR,
    NUMBER,
    SELECT,
    SWITCH,
    BUTTON,
    /** A time of day, shown as a list of minutes, as a time picker or both, as a setting says. */
    SLOT;

    /** Whether it makes no sense without a command. */
    boolean isWritable() {
      return this != SENSOR;
    }
  }

  /**
   * What can be set.
   *
   * @param min smallest number
   * @param max largest number; empty: the value of {@code maxLeaf}
   * @param maxLeaf path of the leaf that holds the largest number; empty: {@code max} does
   * @param step distance of two settable numbers
   */
  public record Range(
      BigDecimal min, Optional<BigDecimal> max, Optional<String> maxLeaf, BigDecimal step) {}
}
