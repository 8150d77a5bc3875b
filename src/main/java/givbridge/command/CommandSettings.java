package givbridge.command;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where commands may be understood in two ways.
 *
 * @param rateInPercent a bare number of a rate is percent of the largest one, not watts
 * @param targetSetsEnable a charge target also switches the use of the target
 * @param percentToSlot the percent of a slot command goes to the slot's own register, where the
 *     inverter has one, not to the common target or reserve
 */
public record CommandSettings(
    boolean rateInPercent, boolean targetSetsEnable, boolean percentToSlot) {
  /** As GivTCP does it. */
  public static final CommandSettings GIVTCP = new CommandSettings(false, false, false);

  private static final String TARGET_SETS_ENABLE = "target-sets-enable";
  private static final String PERCENT_TO_SLOT = "percent-to-slot";

  /** Names by which the table of writes asks for a setting. */
  static final Set<String> OPTIONS = Set.of(TARGET_SETS_ENABLE, PERCENT_TO_SLOT);

  /** The options that are on. */
  Set<String> options() {
    Set<String> on = new TreeSet<>();
    if (targetSetsEnable) {
      on.add(TARGET_SETS_ENABLE);
    }
    if (percentToSlot) {
      on.add(PERCENT_TO_SLOT);
    }
    return on;
  }
}
