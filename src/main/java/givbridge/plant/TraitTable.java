package givbridge.plant;

import givbridge.tables.Condition;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a model can do at some firmware, from {@code tables/traits.csv}. */
final class TraitTable {
  private final List<TraitRow> rows;

  private TraitTable(List<TraitRow> rows) {
    this.rows = List.copyOf(rows);
  }

  private record TraitRow(
      String trait,
      Condition condition,
      Optional<Integer> armFrom,
      Optional<Integer> armTo,
      String choice,
      Optional<Presence> says) {
    boolean fits(Set<String> can, int arm) {
      return condition.holds(can)
          && (armFrom.isEmpty() || arm >= armFrom.get())
          && (armTo.isEmpty() || arm <= armTo.get());
    }

    boolean isChoice() {
      return !choice.isEmpty();
    }
  }

  /**
   * A trait that registers can prove.
   *
   * @param traits all that the inverter can do if it is so
   * @param says what its registers must then say
   */
  record Claim(Set<String> traits, Presence says) {}

  static TraitTable load(TableSource source, Faults faults, Set<String> models) {
    List<TraitRow> rows = new ArrayList<>();
    Table table =
        Table.from(
            source,
            "tables/traits.csv",
            faults,
            "trait",
            "models",
            "arm-from",
            "arm-to",
            "choice",
            "says");
    Set<String> known = new TreeSet<>(models);
    for (Row row : table.rows()) {
      Condition condition = row.condition("models");
      condition.traits().stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> row.fault("no such model, nor a trait further up: " + name));
      known.add(row.text("trait"));
      TraitRow trait =
          new TraitRow(
              row.required("trait"),
              condition,
              row.integer("arm-from"),
              row.integer("arm-to"),
              row.text("choice"),
              PresenceReader.read(row, "says"));
      if (trait.says().isPresent() && !trait.isChoice()) {
        row.fault("says needs a choice");
      }
      rows.add(trait);
    }
    return new TraitTable(rows);
  }

  /** Names of all traits. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    rows.forEach(row -> names.add(row.trait()));
    return names;
  }

  /**
   * All that a model can do, its own name included.
   *
   * @param before what it was thought to be able to do
   * @param proven whether registers say what a claim demands; of each choice the first proven row
   *     counts, else what was thought before, else the row that demands nothing
   */
  Set<String> traitsOf(String model, int arm, Set<String> before, Predicate<Claim> proven) {
    Set<String> can = new TreeSet<>(Set.of(model));
    Set<String> chosen = new HashSet<>();
    for (TraitRow row : rows) {
      if (!row.fits(can, arm)) {
        continue;
      }
      if (!row.isChoice()) {
        can.add(row.trait());
      } else if (chosen.add(row.choice())) {
        choose(options(row, can, arm), can, before, proven);
      }
    }
    return can;
  }

  private static void choose(
      List<TraitRow> options, Set<String> can, Set<String> before, Predicate<Claim> proven) {
    Stream.of(
            options.stream().filter(row -> isProven(row, can, proven)),
            options.stream().filter(row -> before.contains(row.trait())),
            options.stream().filter(row -> row.says().isEmpty()))
        .flatMap(Function.identity())
        .findFirst()
        .ifPresent(row -> can.add(row.trait()));
  }

  /** The rows of a row's choice that fit. */
  private List<TraitRow> options(TraitRow one, Set<String> can, int arm) {
    return rows.stream()
        .filter(row -> row.choice().equals(one.choice()) && row.fits(can, arm))
        .toList();
  }

  private static boolean isProven(TraitRow row, Set<String> can, Predicate<Claim> proven) {
    Set<String> supposed = new TreeSet<>(can);
    supposed.add(row.trait());
    return row.says().filter(says -> proven.test(new Claim(supposed, says))).isPresent();
  }

  /** Every set of traits that a model can have, whatever its firmware and its registers say. */
  Set<Set<String>> variants(String model) {
    Set<Integer> firmwares = new TreeSet<>(Set.of(0));
    for (TraitRow row : rows) {
      row.armFrom().ifPresent(firmwares::add);
      row.armTo().ifPresent(to -> firmwares.add(to + 1));
    }
    Set<Set<String>> variants = new HashSet<>();
    firmwares.forEach(arm -> grow(0, new TreeSet<>(Set.of(model)), Set.of(), arm, variants));
    return variants;
  }

  /** Follows the rows from one on, every way that a choice may go. */
  private void grow(
      int from, Set<String> can, Set<String> chosen, int arm, Set<Set<String>> variants) {
    for (int i = from; i < rows.size(); i++) {
      TraitRow row = rows.get(i);
      if (!row.fits(can, arm) || chosen.contains(row.choice())) {
        continue;
      }
      if (row.isChoice()) {
        Set<String> settled = with(chosen, row.choice());
        for (TraitRow option : options(row, can, arm)) {
          grow(i + 1, with(can, option.trait()), settled, arm, variants);
        }
        return;
      }
      can.add(row.trait());
    }
    variants.add(can);
  }

  private static Set<String> with(Set<String> all, String one) {
    Set<String> more = new TreeSet<>(all);
    more.add(one);
    return more;
  }
}
