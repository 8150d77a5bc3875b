package givbridge.plant;

import givbridge.tables.Condition;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a device type code and a firmware lead to a model, its ratings and its traits. */
public final class ModelTables {
  private static final String ADDRESS_TRAIT = "addr:";

  private final Map<String, Model> models;
  private final List<TypeRow> types;
  private final List<TraitRow> traits;

  private ModelTables(Map<String, Model> models, List<TypeRow> types, List<TraitRow> traits) {
    this.models = Map.copyOf(models);
    this.types = List.copyOf(types);
    this.traits = List.copyOf(traits);
  }

  private record TypeRow(
      String code,
      Set<Integer> armHundreds,
      String model,
      Optional<Integer> ratedWatts,
      Optional<Integer> batteryWatts) {
    boolean fits(String typeCode, int arm) {
      boolean code =
          this.code.endsWith("*")
              ? typeCode.startsWith(this.code.substring(0, this.code.length() - 1))
              : typeCode.equals(this.code);
      return code && (armHundreds.isEmpty() || armHundreds.contains(arm / 100));
    }
  }

  private record TraitRow(
      String trait, Condition models, Optional<Integer> armFrom, Optional<Integer> armTo) {
    boolean fits(String model, int arm) {
      return models.holds(Set.of(model))
          && armFrom.map(from -> arm >= from).orElse(true)
          && armTo.map(to -> arm <= to).orElse(true);
    }
  }

  static ModelTables load(TableSource source, Faults faults) {
    Map<String, Model> models = models(source, faults);
    List<TypeRow> types = types(source, faults, models);
    List<TraitRow> traits = new ArrayList<>();
    Table table =
        Table.from(source, "tables/traits.csv", faults, "trait", "models", "arm-from", "arm-to");
    for (Row row : table.rows()) {
      Condition condition = row.condition("models");
      condition.traits().stream()
          .filter(name -> !models.containsKey(name))
          .forEach(name -> row.fault("no such model: " + name));
      traits.add(
          new TraitRow(
              row.required("trait"), condition, row.integer("arm-from"), row.integer("arm-to")));
    }
    return new ModelTables(models, types, traits);
  }

  private static Map<String, Model> models(TableSource source, Faults faults) {
    Map<String, Model> models = new HashMap<>();
    Table table =
        Table.from(
            source,
            "tables/models.csv",
            faults,
            "model",
            "label",
            "registers",
            "phases",
            "nominal-voltage",
            "evidence");
    for (Row row : table.rows()) {
      Model model =
          new Model(
              row.required("model"),
              row.required("label"),
              row.required("registers"),
              row.integer("phases").orElse(1),
              row.decimal("nominal-voltage"),
              row.required("evidence").equals("capture"));
      if (models.put(model.name(), model) != null) {
        row.fault(model.name() + " stands twice");
      }
    }
    return models;
  }

  private static List<TypeRow> types(TableSource source, Faults faults, Map<String, Model> models) {
    List<TypeRow> types = new ArrayList<>();
    Table table =
        Table.from(
            source,
            "tables/device-types.csv",
            faults,
            "code",
            "arm-hundreds",
            "model",
            "rated-w",
            "battery-w");
    for (Row row : table.rows()) {
      String model = row.required("model");
      if (!models.containsKey(model)) {
        row.fault("no such model: " + model);
      }
      types.add(
          new TypeRow(
              row.required("code"),
              hundreds(row),
              model,
              row.integer("rated-w"),
              row.integer("battery-w")));
    }
    if (types.stream().noneMatch(type -> type.fits("ffff", 0))) {
      faults.add("tables/device-types.csv: no row fits an unknown code");
    }
    return types;
  }

  private static Set<Integer> hundreds(Row row) {
    Set<Integer> hundreds = new HashSet<>();
    for (String part : row.list("arm-hundreds", "|")) {
      if (part.matches("\\d+")) {
        hundreds.add(Integer.parseInt(part));
      } else if (!part.equals("*")) {
        row.fault("arm-hundreds is not a number: " + part);
      }
    }
    return hundreds;
  }

  /**
   * Who an inverter is.
   *
   * @param ratedFallback rated power in W as the inverter itself gives it; counts where the tables
   *     have none
   */
  public Identity identify(
      String serial, String typeCode, int arm, Optional<Integer> ratedFallback) {
    TypeRow type = types.stream().filter(t -> t.fits(typeCode, arm)).findFirst().orElseThrow();
    Model model = models.get(type.model());
    Set<String> can = new TreeSet<>();
    can.add(type.model());
    traits.stream().filter(t -> t.fits(type.model(), arm)).forEach(t -> can.add(t.trait()));
    return new Identity(
        serial,
        typeCode,
        arm,
        Objects.requireNonNull(model),
        can,
        type.ratedWatts().or(() -> ratedFallback),
        type.batteryWatts());
  }

  /** The traits of a device at an address: those of its inverter, and its own address. */
  public static Set<String> traitsAt(Identity identity, int address) {
    Set<String> traits = new TreeSet<>(identity.traits());
    traits.add(ADDRESS_TRAIT + "0x" + Integer.toHexString(address));
    return traits;
  }

  /** Notes a fault for each trait of a condition that no model has. */
  public void check(Row row, String column) {
    Set<String> known = new TreeSet<>(models.keySet());
    traits.forEach(t -> known.add(t.trait()));
    row.condition(column).traits().stream()
        .filter(name -> !known.contains(name) && !name.startsWith(ADDRESS_TRAIT))
        .forEach(name -> row.fault("no such model or trait: " + name));
  }

  /** Names of the register maps that the models use. */
  Set<String> registerMaps() {
    Set<String> names = new TreeSet<>();
    models.values().forEach(model -> names.add(model.registers()));
    return names;
  }

  /** The model of an unknown device type code: it is read with care and never written. */
  public Model fallback() {
    return identify("", "", 0, Optional.empty()).model();
  }

  /** All models. */
  public Iterable<Model> all() {
    return models.values();
  }
}
