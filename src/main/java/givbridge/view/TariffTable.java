package givbridge.view;

import givbridge.cleaning.CleaningRule.Rising;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The leaves that the account of each family is made of, from {@code tables/tariff-inputs.csv}. */
final class TariffTable {
  static final String[] COLUMNS = {"input", "models", "needs", "value"};

  private final List<Entry> entries;

  /** What the tariff must know. */
  enum Input {
    IMPORTED,
    IMPORTED_TODAY,
    CHARGED,
    STORED
  }

  private record Entry(Input input, TreeRow row) {}

  TariffTable(Table table) {
    this.entries = table.rows().stream().map(TariffTable::entry).toList();
  }

  private static Entry entry(Row row) {
    Input input = row.choice("input", Input.class).orElse(Input.IMPORTED);
    boolean lifelong = input == Input.IMPORTED || input == Input.CHARGED;
    return new Entry(
        input,
        HiddenRow.of(
            row,
            "tariff/" + row.text("input"),
            row.required("value"),
            lifelong ? Rising.YES : Rising.NO));
  }

  Stream<TreeRow> rows() {
    return entries.stream().map(Entry::row);
  }

  /** The numbers of the inputs that a plant has; their places are put behind all others. */
  Map<Input, Integer> bind(Expansion expansion, List<Spot> all) {
    Map<Input, Integer> numbers = new EnumMap<>(Input.class);
    for (Entry entry : entries) {
      List<Spot> spots = expansion.spots(List.of(entry.row()));
      if (!spots.isEmpty()) {
        numbers.put(entry.input(), all.size());
        all.addAll(spots);
      }
    }
    return numbers;
  }
}
