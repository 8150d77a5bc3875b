package givbridge.view;

import givbridge.plant.DeviceKind;
import givbridge.plant.ModelTables.Variant;
import givbridge.plant.PlantTables;
import givbridge.tables.Faults;
import givbridge.tables.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves, before anything runs, that the tree can be evaluated for every variant of every model.
 */
final class TreeCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+?)(?:-1)?}");
  private static final Pattern DEVICE_NUMBER = Pattern.compile("\\{\\w+-1}");

  private final List<TreeRow> rows;
  private final PlantTables plants;
  private final Faults faults;
  private final Set<Finding> found = new LinkedHashSet<>();
  private final Map<String, Optional<Formula>> parsed = new HashMap<>();

  TreeCheck(List<TreeRow> rows, PlantTables plants, Faults faults) {
    this.rows = rows;
    this.plants = plants;
    this.faults = faults;
  }

  /** A fault, so that the same one of several models is told once. */
  private record Finding(Origin origin, String what) {}

  void run() {
    rows.forEach(this::checkPlaceholders);
    rows.stream().filter(TreeRow::isOfBridge).forEach(this::checkSection);
    plants.models().variants().forEach(this::check);
    found.forEach(finding -> faults.add(finding.origin(), finding.what()));
  }

  private void fault(TreeRow row, String what) {
    found.add(new Finding(row.origin(), what));
  }

  private void checkPlaceholders(TreeRow row) {
    Optional<DeviceKind> kind = plants.kind(row.scope());
    if (kind.isEmpty() && !row.isOfBridge()) {
      fault(row, "no such kind of device: " + row.scope());
    }
    row.needs().stream()
        .map(TreeRow.Need::kind)
        .filter(needed -> plants.kind(needed).isEmpty())
        .forEach(needed -> fault(row, "no such kind of device: " + needed));
    Set<String> known = new HashSet<>();
    kind.ifPresent(device -> known.addAll(placeholders(device)));
    if (!row.isOfBridge()) {
      known.add("serial");
    }
    if (!row.index().equals(TreeRow.Index.NONE)) {
      known.addAll(Set.of("n", "nn"));
    }
    if (row.isEveryRawRegister()) {
      known.add("raw");
    }
    checkFilled(row, row.path(), known);
    // A path in a formula may besides mean each device of another kind.
    plants.kinds().forEach(other -> other.placeholder().ifPresent(known::add));
    checkFilled(row, row.source(), known);
    if (row.isEveryRawRegister() != row.path().endsWith("{raw}")
        || (row.isEveryRawRegister() && !row.form().isRaw())) {
      fault(row, "{raw}, the source * and a raw form belong together");
    }
  }

  private Set<String> placeholders(DeviceKind kind) {
    Set<String> names = new HashSet<>();
    kind.placeholder().ifPresent(names::add);
    kind.extent()
        .under()
        .flatMap(plants::kind)
        .flatMap(DeviceKind::placeholder)
        .ifPresent(names::add);
    return names;
  }

  private void checkFilled(TreeRow row, String text, Set<String> known) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      if (!known.contains(placeholder.group(1))) {
        fault(row, "nothing fills the placeholder " + placeholder.group());
      }
    }
  }

  /** What the clock changes is put into the document as one section. */
  private void checkSection(TreeRow bridge) {
    boolean alone =
        rows.stream().allMatch(row -> row.isOfBridge() == row.section().equals(bridge.section()));
    if (!alone) {
      fault(bridge, "the bridge's leaves must fill one section of their own");
    }
  }

  private void check(Variant variant) {
    Map<String, TreeRow> byPath = new HashMap<>();
    Map<String, Formula> formulas = new HashMap<>();
    for (TreeRow row : rows) {
      if (!mayStand(row, variant)) {
        continue;
      }
      for (int n = row.index().from(); n <= row.index().to(); n++) {
        String path = TreeRow.Index.fill(row.path(), n);
        if (byPath.put(path, row) != null) {
          fault(row, path + " stands twice for " + variant.model().name());
        }
        formula(row, n).ifPresent(formula -> formulas.put(path, formula));
      }
    }
    FormulaCheck check = new FormulaCheck(plants, variant, byPath);
    byPath.forEach(
        (path, row) ->
            Optional.ofNullable(formulas.get(path))
                .ifPresent(formula -> checkForm(row, formula, check)));
    new CycleCheck(formulas)
        .cycles()
        .forEach(
            path ->
                Optional.ofNullable(byPath.get(path))
                    .ifPresent(row -> fault(row, path + " needs itself")));
  }

  /** Whether an inverter of that kind may have such a row, and the device that it speaks of. */
  private boolean mayStand(TreeRow row, Variant variant) {
    return row.isOfBridge()
        || (row.condition().holds(variant.traits())
            && plants.mayHave(row.scope(), variant.traits()));
  }

  /** A row's formula for one number; none if it has none, or none that can be read. */
  private Optional<Formula> formula(TreeRow row, int number) {
    if (row.form() == Form.BRANCH || row.isEveryRawRegister()) {
      return Optional.empty();
    }
    String source = TreeRow.Index.fill(row.source(), number);
    return parsed.computeIfAbsent(
        DEVICE_NUMBER.matcher(source).replaceAll("0"), filled -> parse(filled, row));
  }

  private Optional<Formula> parse(String source, TreeRow row) {
    try {
      return Optional.of(FormulaParser.parse(source));
    } catch (IllegalArgumentException e) {
      fault(row, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkForm(TreeRow row, Formula formula, FormulaCheck check) {
    try {
      ValueKind kind = check.kind(formula, row);
      if (!row.form().fits(kind)) {
        fault(row, "the form " + row.form() + " does not fit a " + kind + " value");
      }
    } catch (IllegalArgumentException e) {
      fault(row, String.valueOf(e.getMessage()));
    }
  }
}
