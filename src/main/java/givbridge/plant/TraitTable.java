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
      Condition models,
      Optional<Integer> armFrom,
      Optional<Integer> armTo,
      String choice,
      Optional<Presence> says) {
    boolean fits(String model, int arm) {
      return models.holds(Set.of(model))
          && armFrom.map(from -> arm >= from).orElse(true)
          && armTo.map(to -> arm <= to).orElse(true);
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
    for (Row row : table.rows()) {
      Condition condition = row.condition("models");
      condition.traits().stream()
          .filter(name -> !models.contains(name))
          .forEach(name -> row.fault("no such model: " + name));
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
    Set<String> can = fixed(model, arm);
    for (String choice : choices(model, arm)) {
      List<TraitRow> rows = rowsOf(choice, model, arm).toList();
      Stream.of(
              rows.stream().filter(row -> isProven(row, can, proven)),
              rows.stream().filter(row -> before.contains(row.trait())),
              rows.stream().filter(row -> row.says().isEmpty()))
          .flatMap(Function.identity())
          .findFirst()
          .ifPresent(row -> can.add(row.trait()));
    }
    return can;
  }

  private Stream<TraitRow> rowsOf(String choice, String model, int arm) {
    return rows.stream().filter(row -> row.choice().equals(choice) && row.fits(model, arm));
  }

  private static boolean isProven(TraitRow row, Set<String> can, Predicate<Claim> proven) {
    Set<String> supposed = new TreeSet<>(can);
    supposed.add(row.trait());
    return row.says().filter(says -> proven.test(new Claim(supposed, says))).isPresent();
  }

  private Set<String> fixed(String model, int arm) {
    Set<String> can = new TreeSet<>();
    can.add(model);
    rows.stream()
        .filter(row -> !row.isChoice() && row.fits(model, arm))
        .forEach(row -> can.add(row.trait()));
    return can;
  }

  private List<String> choices(String model, int arm) {
    return rows.stream()
        .filter(row -> row.isChoice() && row.fits(model, arm))
        .map(TraitRow::choice)
        .distinct()
        .toList();
  }

  /** Every set of traits that a model can have, whatever its firmware and its registers say. */
  Set<Set<String>> variants(String model) {
    Set<Integer> firmwares = new TreeSet<>(Set.of(0));
    for (TraitRow row : rows) {
      row.armFrom().ifPresent(firmwares::add);
      row.armTo().ifPresent(to -> firmwares.add(to + 1));
    }
    Set<Set<String>> variants = new HashSet<>();
    for (int arm : firmwares) {
      Set<Set<String>> grown = new HashSet<>(Set.of(fixed(model, arm)));
      for (String choice : choices(model, arm)) {
        grown = withEach(grown, choice, model, arm);
      }
      variants.addAll(grown);
    }
    return variants;
  }

  private Set<Set<String>> withEach(Set<Set<String>> before, String choice, String model, int arm) {
    Set<Set<String>> grown = new HashSet<>();
    for (Set<String> traits : before) {
      rowsOf(choice, model, arm)
          .forEach(
              row -> {
                Set<String> more = new TreeSet<>(traits);
                more.add(row.trait());
                grown.add(more);
              });
    }
    return grown;
  }
}
