package givbridge.view;

import givbridge.cleaning.CleaningRule.Rising;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The checks of whole readings, from {@code tables/checks.csv}. */
final class CheckTable {
  static final String[] COLUMNS = {
    "check", "kind", "models", "needs", "value", "scale", "margin", "share", "refuses"
  };

  private final List<Check> checks;

  CheckTable(Table table) {
    this.checks = table.rows().stream().map(CheckTable::check).toList();
  }

  private static Check check(Row row) {
    Check.Kind kind = row.choice("kind", Check.Kind.class).orElse(Check.Kind.CLOCK);
    String value = row.required("value");
    String scale = row.text("scale");
    List<String> refuses = row.list("refuses", "|");
    if (refuses.isEmpty() != (kind == Check.Kind.CLOCK)) {
      row.fault("a check must refuse something, and the clock nothing");
    }
    String path = "check/" + row.text("check");
    return new Check(
        row.required("check"),
        kind,
        HiddenRow.of(row, path + "/value", value, Rising.NO),
        HiddenRow.of(row, path + "/scale", scale.isEmpty() ? value : scale, Rising.NO),
        row.decimal("margin").orElse(BigDecimal.ZERO),
        row.decimal("share").orElse(BigDecimal.ZERO),
        refuses);
  }

  List<Check> checks() {
    return checks;
  }

  /** The rows that give the values of all checks. */
  Stream<TreeRow> rows() {
    return checks.stream().flatMap(check -> Stream.of(check.value(), check.scale()));
  }
}
