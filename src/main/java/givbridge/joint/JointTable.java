package givbridge.joint;

import givbridge.plant.PlantTables;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.view.Form;
import givbridge.view.TreeRow;
import givbridge.view.TreeTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What adds up and how, from {@code tables/joint.csv} and {@code tables/joint-stats.csv}. */
public final class JointTable {
  private static final String[] KEYS = {
    "path", "how", "models", "from", "needs", "as", "weight", "kind", "meter", "form", "unit"
  };
  private static final String[] STATS = {"path", "says", "form", "words", "retain"};
  private static final String METER = "grid";
  private static final String ALWAYS = "always";

  private final List<JointKey> keys;
  private final List<JointStat> stats;
  private final Set<String> paths;

  private JointTable(List<JointKey> keys, List<JointStat> stats) {
    this.keys = List.copyOf(keys);
    this.stats = List.copyOf(stats);
    this.paths =
        keys.stream()
            .flatMap(key -> key.sources().stream())
            .flatMap(JointTable::paths)
            .collect(Collectors.toSet());
  }

  /**
   * Reads and checks the tables.
   *
   * @param tree has the leaves that are added up
   */
  public static JointTable load(PlantTables plants, TreeTable tree, Faults faults) {
    return read(
        Table.resource("tables/joint.csv", faults, KEYS),
        Table.resource("tables/joint-stats.csv", faults, STATS),
        plants,
        tree,
        faults);
  }

  /** As {@link #load}, from any tables. */
  static JointTable read(
      Table keys, Table stats, PlantTables plants, TreeTable tree, Faults faults) {
    Set<String> leaves = tree.rows().stream().map(TreeRow::path).collect(Collectors.toSet());
    Map<String, JointKey> byPath = new LinkedHashMap<>();
    for (Row row : keys.rows()) {
      plants.models().check(row, "models");
      Source source = source(row, leaves);
      JointKey key = key(row, List.of(source));
      byPath.merge(key.leaf().path(), key, (before, same) -> joined(before, same, row));
    }
    List<JointStat> said = new ArrayList<>();
    stats.rows().forEach(row -> said.add(stat(row)));
    if (said.stream().noneMatch(stat -> stat.says() == JointStat.Says.STATUS)) {
      faults.add("tables/joint-stats.csv: no row says status");
    }
    return new JointTable(List.copyOf(byPath.values()), said);
  }

  List<JointKey> keys() {
    return keys;
  }

  List<JointStat> stats() {
    return stats;
  }

  /** Where it is said whether anybody gives data. */
  public String statusPath() {
    return stats.stream()
        .filter(stat -> stat.says() == JointStat.Says.STATUS)
        .map(stat -> stat.leaf().path())
        .findFirst()
        .orElseThrow();
  }

  /** The leaves of the inverter with that serial number that count for anything. */
  Set<String> leaves(String serial) {
    Set<String> leaves = new HashSet<>(paths.size() * 2);
    for (String path : paths) {
      leaves.add(Source.of(path, serial));
    }
    return leaves;
  }

  private static Stream<String> paths(Source source) {
    return Stream.of(Optional.of(source.from()), source.needs(), source.weight())
        .flatMap(Optional::stream);
  }

  /** Rows of one path differ in where a member's part stands, and in nothing else. */
  private static JointKey joined(JointKey before, JointKey same, Row row) {
    List<Source> sources =
        Stream.concat(before.sources().stream(), same.sources().stream()).toList();
    JointKey all =
        new JointKey(before.leaf(), before.how(), before.kind(), before.ofMeter(), sources);
    boolean alike =
        before.how() == same.how()
            && before.kind() == same.kind()
            && before.ofMeter() == same.ofMeter()
            && before.leaf().form() == same.leaf().form()
            && before.leaf().unit().equals(same.leaf().unit());
    if (!alike) {
      row.fault(before.leaf().path() + " is shown in another way by an earlier row");
    }
    return all;
  }

  private static JointKey key(Row row, List<Source> sources) {
    Form form = row.choice("form", Form.class).orElse(Form.FLOAT);
    if (!form.isNumber()) {
      row.fault("a sum is a number, not " + row.text("form"));
    }
    return new JointKey(
        TreeRow.beside(row.required("path"), form, row.required("unit"), false, row.origin()),
        row.choice("how", JointKey.How.class).orElse(JointKey.How.SUM),
        row.choice("kind", JointKey.Kind.class).orElse(JointKey.Kind.GAUGE),
        isGiven(row, "meter", METER),
        sources);
  }

  private static Source source(Row row, Set<String> leaves) {
    Source source =
        new Source(
            row.condition("models"),
            row.required("from"),
            optional(row, "needs"),
            row.choice("as", Source.Taking.class).orElse(Source.Taking.VALUE),
            optional(row, "weight"));
    paths(source)
        .filter(path -> !leaves.contains(path))
        .forEach(path -> row.fault("no such path in the tree: " + path));
    if (source.weight().isPresent() != row.text("how").equals("mean")) {
      row.fault("a mean needs a weight, and nothing else has one");
    }
    return source;
  }

  private static JointStat stat(Row row) {
    Form form = row.choice("form", Form.class).orElse(Form.TEXT);
    JointStat.Says says = row.choice("says", JointStat.Says.class).orElse(JointStat.Says.PARTIAL);
    List<String> words = row.list("words", "|");
    if (words.size() != says.words()) {
      row.fault(row.text("says") + " needs " + says.words() + " words, not " + words.size());
    }
    return new JointStat(
        TreeRow.beside(
            row.required("path"), form, "", isGiven(row, "retain", ALWAYS), row.origin()),
        says,
        words);
  }

  private static boolean isGiven(Row row, String column, String word) {
    if (!row.text(column).isEmpty() && !row.text(column).equals(word)) {
      row.fault(column + " is neither empty nor " + word + ": " + row.text(column));
    }
    return row.text(column).equals(word);
  }

  private static Optional<String> optional(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }
}
