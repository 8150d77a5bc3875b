package givbridge.view;

import givbridge.cleaning.CleaningRule;
import givbridge.cleaning.CleaningRule.Filter;
import givbridge.cleaning.CleaningRule.Rising;
import givbridge.cleaning.CleaningRule.Zero;
import givbridge.plant.PlantTables;
import givbridge.registers.RegisterRow.Bounds;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.view.Announcement.Component;
import givbridge.view.Announcement.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published tree, from {@code tables/tree.csv}, {@code tables/entities.csv} and {@code
 * tables/checks.csv}.
 */
public final class TreeTable {
  private static final String[] TREE = {
    "path", "scope", "needs", "n", "models", "source", "form", "unit", "min", "max", "zero",
    "filter", "rising", "retain"
  };
  private static final String[] ENTITIES = {
    "path", "component", "device_class", "state_class", "command", "options", "min", "max", "step"
  };

  private final List<TreeRow> rows;
  private final CheckTable checks;
  private final TariffTable tariff;
  private final SectionTable sections;
  private final Alike alike = new Alike();

  private TreeTable(List<TreeRow> rows, Hidden hidden, SectionTable sections) {
    this.rows = List.copyOf(rows);
    this.checks = hidden.checks();
    this.tariff = hidden.tariff();
    this.sections = sections;
  }

  /** The tables that it is made of. */
  record Sources(Table tree, Table entities, Table checks, Table sections, Table tariff) {}

  /** What is evaluated and never published. */
  private record Hidden(CheckTable checks, TariffTable tariff) {}

  /** Reads and checks the tables, for every variant of every model. */
  public static TreeTable load(PlantTables plants, Faults faults) {
    Sources sources =
        new Sources(
            Table.resource("tables/tree.csv", faults, TREE),
            Table.resource("tables/entities.csv", faults, ENTITIES),
            Table.resource("tables/checks.csv", faults, CheckTable.COLUMNS),
            Table.resource("tables/sections.csv", faults, SectionTable.COLUMNS),
            Table.resource("tables/tariff-inputs.csv", faults, TariffTable.COLUMNS));
    return read(sources, plants, faults);
  }

  /** As {@link #load}, from any tables. */
  static TreeTable read(Sources sources, PlantTables plants, Faults faults) {
    Map<String, Announcement> announcements = new HashMap<>();
    for (Row row : sources.entities().rows()) {
      Announcement announcement = announcement(row);
      if (announcements.put(announcement.path(), announcement) != null) {
        row.fault(announcement.path() + " stands twice");
      }
    }
    List<TreeRow> rows = new ArrayList<>();
    for (Row row : sources.tree().rows()) {
      plants.models().check(row, "models");
      rows.add(treeRow(row, announcements));
    }
    Stream.of(sources.checks(), sources.tariff())
        .flatMap(table -> table.rows().stream())
        .forEach(row -> plants.models().check(row, "models"));
    CheckTable whole = new CheckTable(sources.checks());
    TariffTable inputs = new TariffTable(sources.tariff());
    List<TreeRow> all =
        Stream.of(rows.stream(), whole.rows(), inputs.rows()).flatMap(some -> some).toList();
    new TreeCheck(all, plants, faults).run();
    announcements.values().stream()
        .filter(a -> rows.stream().noneMatch(row -> row.path().equals(a.path())))
        .forEach(a -> faults.add(a.origin(), "no such path in the tree: " + a.path()));
    SectionTable sections = new SectionTable(sources.sections());
    sections.check(rows, faults);
    return new TreeTable(rows, new Hidden(whole, inputs), sections);
  }

  /** All rows, in the order of the file. */
  public List<TreeRow> rows() {
    return rows;
  }

  TariffTable tariff() {
    return tariff;
  }

  CheckTable checks() {
    return checks;
  }

  SectionTable sections() {
    return sections;
  }

  /** The leaves that all trees of this table share. */
  Alike alike() {
    return alike;
  }

  private static TreeRow treeRow(Row row, Map<String, Announcement> announcements) {
    String path = row.required("path");
    Form form = row.choice("form", Form.class).orElse(Form.TEXT);
    return new TreeRow(
        path,
        row.required("scope"),
        row.list("needs", "|"),
        index(row),
        row.condition("models"),
        form == Form.BRANCH ? row.text("source") : row.required("source"),
        form,
        row.text("unit"),
        cleaning(row, form),
        row.text("retain").equals("always"),
        Optional.ofNullable(announcements.get(path)),
        row.origin());
  }

  private static TreeRow.Index index(Row row) {
    String text = row.text("n");
    List<String> ends = row.list("n", "..");
    if (text.matches("[1-9]\\d?\\.\\.[1-9]\\d?")) {
      return new TreeRow.Index(Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1)));
    }
    if (!text.isEmpty()) {
      row.fault("n is not a range such as 1..10: " + text);
    }
    return TreeRow.Index.NONE;
  }

  private static CleaningRule cleaning(Row row, Form form) {
    Bounds bounds = new Bounds(row.decimal("min"), row.decimal("max"));
    if (form.isNumber() && (bounds.min().isEmpty() || bounds.max().isEmpty())) {
      row.fault("a number needs min and max");
    }
    if (!form.isNumber()) {
      return new CleaningRule(bounds, Zero.OK, Filter.NONE, Rising.NO);
    }
    return new CleaningRule(
        bounds,
        row.choice("zero", Zero.class).orElse(Zero.OK),
        row.choice("filter", Filter.class).orElse(Filter.NONE),
        row.choice("rising", Rising.class).orElse(Rising.NO));
  }

  private static Announcement announcement(Row row) {
    Component component = row.choice("component", Component.class).orElse(Component.SENSOR);
    Optional<String> command = optional(row, "command");
    if (component.isWritable() && command.isEmpty()) {
      row.fault("what can be set needs a command");
    }
    List<String> options = row.list("options", "|");
    boolean chooses = component == Component.SELECT || component == Component.BUTTON;
    if (chooses == options.isEmpty()) {
      row.fault("options belong to selects and buttons, and to nothing else");
    }
    return new Announcement(
        row.required("path"),
        component,
        optional(row, "device_class"),
        optional(row, "state_class"),
        command,
        options,
        component == Component.NUMBER ? Optional.of(range(row)) : Optional.empty(),
        row.origin());
  }

  private static Range range(Row row) {
    boolean isLeaf = row.text("max").contains("/");
    if (row.text("min").isEmpty() || row.text("max").isEmpty()) {
      row.fault("a number that can be set needs min and max");
    }
    return new Range(
        row.decimal("min").orElse(BigDecimal.ZERO),
        isLeaf ? Optional.empty() : row.decimal("max"),
        isLeaf ? optional(row, "max") : Optional.empty(),
        row.decimal("step").orElse(BigDecimal.ONE));
  }

  private static Optional<String> optional(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }
}
