package givbridge.view;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sections of the tree, from {@code tables/sections.csv}. */
final class SectionTable {
  static final String[] COLUMNS = {"section", "battery-only"};

  private final Map<String, Boolean> ofBattery = new HashMap<>();

  SectionTable(Table table) {
    for (Row row : table.rows()) {
      String shown = row.required("battery-only");
      if (!shown.matches("yes|no")) {
        row.fault("battery-only is neither yes nor no: " + shown);
      }
      ofBattery.put(row.required("section"), shown.equals("yes"));
    }
  }

  /** Notes a fault for each row in a section of which nothing is said. */
  void check(List<TreeRow> rows, Faults faults) {
    rows.stream()
        .filter(row -> !ofBattery.containsKey(row.section()))
        .forEach(row -> faults.add(row.origin(), "no such section: " + row.section()));
  }

  /** Whether a row is shown to a user with these wishes. */
  boolean shows(TreeRow row, Wishes wishes) {
    return (wishes.raw() || !row.form().isRaw())
        && (!wishes.batteryOnly() || ofBattery.getOrDefault(row.section(), false));
  }
}
