package givbridge.settings;

import givbridge.tables.Faults;
import givbridge.tables.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides which given value counts for each setting: the environment's before the file's. What
 * nobody knows is told, and what has no effect.
 */
final class SettingResolver {
  static final Origin ENVIRONMENT = new Origin("environment", 0);
  private static final int LONG_ENOUGH_TO_GUESS = 6;

  private final SettingTable table;
  private final Faults faults;
  private final List<String> warnings;

  SettingResolver(SettingTable table, Faults faults, List<String> warnings) {
    this.table = table;
    this.faults = faults;
    this.warnings = warnings;
  }

  /**
   * Gives the values that count.
   *
   * @param environment all of it; names of other programs are left alone
   * @param file the entries of the file without Camel's; all must be settings
   */
  SettingValues resolve(Map<String, String> environment, List<Assignment> file) {
    Map<String, Assignment> fromFile = new HashMap<>();
    for (Assignment given : file) {
      known(given).ifPresentOrElse(row -> put(fromFile, row, given), () -> unknown(given));
    }
    Map<String, Assignment> fromEnvironment = new HashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              Assignment given = new Assignment(name, value.strip(), ENVIRONMENT);
              known(given)
                  .ifPresentOrElse(
                      row -> put(fromEnvironment, row, given), () -> unknownInEnvironment(given));
            });
    fromFile.putAll(fromEnvironment);
    return new SettingValues(table, fromFile, faults);
  }

  private Optional<SettingRow> known(Assignment given) {
    return table.find(given.name());
  }

  private void put(Map<String, Assignment> values, SettingRow row, Assignment given) {
    if (given.value().isEmpty()) {
      return;
    }
    if (row.status() == SettingRow.Status.ACCEPTED) {
      warnings.add(given.origin() + ": " + given.name() + " has no effect. " + row.effect());
      return;
    }
    String name = row.sameAs().orElse(given.name());
    Assignment before =
        values.putIfAbsent(name, new Assignment(name, given.value(), given.origin()));
    if (before != null && !before.value().equals(given.value())) {
      faults.add(
          given.origin(),
          given.name() + " is given twice, first at " + before.origin() + "; remove one of them");
    }
  }

  private void unknown(Assignment given) {
    faults.add(given.origin(), "there is no setting " + given.name() + guess(given.name()));
  }

  private void unknownInEnvironment(Assignment given) {
    if (table.isOurs(given.name())) {
      unknown(given);
    } else if (given.name().length() >= LONG_ENOUGH_TO_GUESS) {
      table
          .nearest(given.name(), 1)
          .filter(name -> EditDistance.between(given.name(), name, 1) == 1)
          .ifPresent(
              name ->
                  warnings.add(
                      given.origin() + ": is " + given.name() + " meant as " + name + "?"));
    }
  }

  private String guess(String name) {
    return table
        .nearest(name, Math.max(1, name.length() / 3))
        .map(near -> "; is " + near + " meant?")
        .orElse("; remove the line, or see the reference of settings for the names there are");
  }
}
