package givbridge.settings;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All settings there are.
 *
 * @param rows in the order of the table
 * @param groups heading of each group, in the order in which pages show them
 */
public record SettingTable(List<SettingRow> rows, Map<String, String> groups) {
  private static final String[] COLUMNS = {
    "name", "group", "kind", "default", "unit", "min", "max", "choices", "status", "same-as",
    "effect"
  };

  private static final Pattern FINAL_DIGITS = Pattern.compile("\\d*$");

  public SettingTable {
    rows = List.copyOf(rows);
  }

  /** Reads and checks the tables. */
  public static SettingTable load(Faults faults) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (Row row : Table.resource("tables/setting-groups.csv", faults, "group", "title").rows()) {
      groups.put(row.required("group"), row.required("title"));
    }
    List<SettingRow> rows = new ArrayList<>();
    for (Row row : Table.resource("tables/settings.csv", faults, COLUMNS).rows()) {
      rows.add(read(row, groups));
    }
    return new SettingTable(rows, groups);
  }

  static SettingRow read(Row row, Map<String, String> groups) {
    SettingRow setting =
        new SettingRow(
            row.required("name"),
            row.required("group"),
            form(row),
            row.choice("status", SettingRow.Status.class).orElse(SettingRow.Status.OURS),
            optional(row, "same-as"),
            row.text("effect"));
    if (!groups.containsKey(setting.group())) {
      row.fault("no such group: " + setting.group());
    }
    SettingRow.Form form = setting.form();
    form.fallback()
        .filter(text -> !form.allows(text))
        .ifPresent(text -> row.fault("the default is " + text + ", not " + form.words()));
    return setting;
  }

  private static SettingRow.Form form(Row row) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String choice : row.list("choices", "|")) {
      int colon = choice.indexOf(':');
      choices.put(colon < 0 ? choice : choice.substring(0, colon), choice.substring(colon + 1));
    }
    return new SettingRow.Form(
        row.choice("kind", SettingKind.class).orElse(SettingKind.TEXT),
        optional(row, "default"),
        row.text("unit"),
        row.integer("min"),
        row.integer("max"),
        choices);
  }

  private static Optional<String> optional(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }

  /** The setting of a given name, numbered or not. */
  Optional<SettingRow> find(String given) {
    return rows.stream()
        .filter(row -> row.status() != SettingRow.Status.OURS && row.matches(given))
        .findFirst();
  }

  /** Whether a name that is no setting can only be meant as one. */
  boolean isOurs(String given) {
    return rows.stream()
        .anyMatch(row -> row.status() == SettingRow.Status.OURS && row.matches(given));
  }

  /**
   * The known name that a mistyped one resembles most.
   *
   * @param most so many letters may differ
   */
  Optional<String> nearest(String given, int most) {
    Matcher end = FINAL_DIGITS.matcher(given);
    String digits = end.find() ? end.group() : "";
    ToIntFunction<String> distance =
        name -> EditDistance.between(given, name.replace(SettingRow.NUMBER, digits), most);
    return rows.stream()
        .filter(row -> row.status() != SettingRow.Status.OURS)
        .map(SettingRow::name)
        .filter(name -> distance.applyAsInt(name) <= most)
        .min(Comparator.comparingInt(distance));
  }
}
