package givbridge.view;

import givbridge.registers.Value;
import java.util.Map;

/**
 * What a user wants otherwise than usual.
 *
 * @param raw whether the raw section is shown
 * @param batteryOnly whether only those sections are shown that belong to a battery, as for an
 *     inverter that an EMS manages; everything is read and worked out all the same
 * @param totalsInMwh whether the lifetime energies that a Gateway tells are shown in MWh, as GivTCP
 *     did
 */
public record Wishes(boolean raw, boolean batteryOnly, boolean totalsInMwh) {
  /** Everything, as it is. */
  public static final Wishes NONE = new Wishes(true, false, false);

  /** How formulas name the wishes as if they were a device. */
  static final String KIND = "wish";

  private static final String TOTALS_IN_MWH = "totals_in_mwh";

  /** The wishes that formulas can ask for. */
  static final Map<String, ValueKind> KINDS = Map.of(TOTALS_IN_MWH, ValueKind.FLAG);

  /** The wishes that formulas can ask for, by name. */
  Map<String, Value> facts() {
    return Map.of(TOTALS_IN_MWH, new Value.Flag(totalsInMwh));
  }
}
