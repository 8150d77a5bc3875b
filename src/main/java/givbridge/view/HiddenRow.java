package givbridge.view;

import givbridge.cleaning.CleaningRule;
import givbridge.plant.DeviceKind;
import givbridge.registers.RegisterRow.Bounds;
import givbridge.tables.Row;
import java.util.Optional;

/** Makes rows that are evaluated as any others of the inverter, and never published. */
final class HiddenRow {
  private HiddenRow() {}

  /**
   * A row of a table with the columns {@code models} and {@code needs}.
   *
   * @param path names it in faults
   * @param source its formula
   * @param rising whether the value is a counter
   */
  static TreeRow of(Row row, String path, String source, CleaningRule.Rising rising) {
    return new TreeRow(
        path,
        DeviceKind.INVERTER,
        row.list("needs", "|"),
        TreeRow.Index.NONE,
        row.condition("models"),
        source,
        Form.FLOAT,
        "",
        new CleaningRule(Bounds.NONE, CleaningRule.Zero.OK, CleaningRule.Filter.NONE, rising),
        false,
        Optional.empty(),
        row.origin());
  }
}
