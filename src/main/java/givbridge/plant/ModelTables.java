package givbridge.plant;

import givbridge.tables.Condition;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How a device type code and a firmware lead to a model, its ratings and its traits. */
public final class ModelTables {
  private static final String ADDRESS_TRAIT = "addr:";

  private final Map<String, Model> models;
  private final List<TypeRow> types;
  private final TraitTable traits;
  private final List<MapRow> maps;
  private final Set<Variant> variants;

  private ModelTables(
      Map<String, Model> models, List<TypeRow> types, TraitTable traits, List<MapRow> maps) {
    this.models = Map.copyOf(models);
    this.types = List.copyOf(types);
    this.traits = traits;
    this.maps = List.copyOf(maps);
    this.variants = variants(models, traits);
  }

  /** In an order that is the same at each start, as reference pages follow it. */
  private static Set<Variant> variants(Map<String, Model> models, TraitTable traits) {
    Set<Variant> variants = new HashSet<>();
    for (Model model : models.values()) {
      traits.variants(model.name()).forEach(can -> variants.add(new Variant(model, can)));
    }
    return Collections.unmodifiableSet(variants);
  }

  private record MapRow(String registers, Condition condition) {}

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

  static ModelTables load(TableSource source, Faults faults) {
    Map<String, Model> models = models(source, faults);
    List<TypeRow> types = types(source, faults, models);
    TraitTable traits = TraitTable.load(source, faults, models.keySet());
    ModelTables tables = new ModelTables(models, types, traits, maps(source, faults));
    for (Variant variant : tables.variants) {
      if (tables.maps.stream().noneMatch(row -> row.condition().holds(variant.traits()))) {
        faults.add("tables/register-maps.csv: no row fits " + variant.model().name());
      }
    }
    return tables;
  }

  private static List<MapRow> maps(TableSource source, Faults faults) {
    List<MapRow> maps = new ArrayList<>();
    Table table = Table.from(source, "tables/register-maps.csv", faults, "registers", "models");
    for (Row row : table.rows()) {
      maps.add(new MapRow(row.required("registers"), row.condition("models")));
    }
    return maps;
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
            "phases",
            "nominal-voltage",
            "evidence");
    for (Row row : table.rows()) {
      Model model =
          new Model(
              row.required("model"),
              row.required("label"),
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
    return new Identity(
        serial,
        typeCode,
        arm,
        Objects.requireNonNull(model),
        traits.traitsOf(type.model(), arm, Set.of(), claim -> false),
        type.ratedWatts().or(() -> ratedFallback),
        type.batteryWatts());
  }

  /**
   * The inverter with the traits that its registers prove; what they say nothing of stays as it
   * was.
   */
  Identity settle(Identity identity, Predicate<TraitTable.Claim> proven) {
    Set<String> can =
        traits.traitsOf(identity.model().name(), identity.arm(), identity.traits(), proven);
    return can.equals(identity.traits()) ? identity : identity.with(can);
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
    known.addAll(traits.names());
    row.condition(column).traits().stream()
        .filter(name -> !known.contains(name) && !name.startsWith(ADDRESS_TRAIT))
        .forEach(name -> row.fault("no such model or trait: " + name));
  }

  /** Names of the register maps that inverters use for their own registers. */
  public Set<String> registerMaps() {
    Set<String> names = new TreeSet<>();
    maps.forEach(row -> names.add(row.registers()));
    return names;
  }

  /** The register map for the own registers of an inverter with these traits. */
  public String registerMap(Set<String> can) {
    for (MapRow row : maps) {
      if (row.condition().holds(can)) {
        return row.registers();
      }
    }
    throw new NoSuchElementException("no register map for " + can);
  }

  /** Who an inverter of an unknown device type code is: it is read with care and never written. */
  public Identity fallback() {
    return identify("", "", 0, Optional.empty());
  }

  /**
   * A model with what it can do at some firmware.
   *
   * @param traits the model's name and all that it can do then
   */
  public record Variant(Model model, Set<String> traits) {
    public Variant {
      traits = Set.copyOf(traits);
    }
  }

  /** Every different set of traits that an inverter can have, whatever its firmware. */
  public Set<Variant> variants() {
    return variants;
  }

  /** All models. */
  public Iterable<Model> all() {
    return models.values();
  }
}
