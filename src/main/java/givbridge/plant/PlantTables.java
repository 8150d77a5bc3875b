package givbridge.plant;

import givbridge.registers.Bank;
import givbridge.registers.Enumerations;
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.registers.Words;
import givbridge.tables.Faults;
import givbridge.tables.Origin;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that is known beforehand of plants.
 *
 * @param models models, traits and how a device type code leads to them
 * @param kinds the devices that may hang on a connection, in the order in which they are looked for
 * @param plan what is read, in order
 * @param maps the register maps
 */
public record PlantTables(
    ModelTables models, List<DeviceKind> kinds, List<PlanRow> plan, RegisterMaps maps) {

  /** Reads and checks the tables. */
  public static PlantTables load(Faults faults) {
    return load(TableSource.CLASS_PATH, faults);
  }

  static PlantTables load(TableSource source, Faults faults) {
    ModelTables models = ModelTables.load(source, faults);
    List<DeviceKind> kinds = DeviceTable.load(source, faults, models);
    Set<String> maps = new TreeSet<>(models.registerMaps());
    kinds.forEach(kind -> kind.registers().ifPresent(maps::add));
    RegisterMaps registers = RegisterMaps.load(maps, Enumerations.load(faults), faults);
    PlantTables tables =
        new PlantTables(models, kinds, plan(source, faults, models, kinds), registers);
    tables.checkKinds(faults);
    return tables;
  }

  private void checkKinds(Faults faults) {
    if (kind(DeviceKind.INVERTER).filter(inverter -> !inverter.addresses().isEmpty()).isEmpty()) {
      faults.add(new Origin(DeviceTable.PATH, 0), "there is no inverter with an address");
    }
    for (DeviceKind kind : kinds) {
      Stream.concat(
              kind.presence().stream().flatMap(rule -> rule.fields().stream()),
              kind.keyField().stream())
          .filter(field -> !hasField(kind, field::equals))
          .forEach(
              field ->
                  faults.add(
                      new Origin(DeviceTable.PATH, 0),
                      kind.name() + " has no such field: " + field));
    }
  }

  /** Whether the register map of a kind, or any that the inverter may have, has such a field. */
  public boolean hasField(DeviceKind kind, Predicate<String> wanted) {
    return kind.registers().map(Set::of).orElseGet(models::registerMaps).stream()
        .flatMap(name -> maps.get(name).stream())
        .map(map -> kind.told().map(told -> map.numbered(told, 1)).orElse(map))
        .flatMap(map -> map.names().stream())
        .anyMatch(wanted);
  }

  /** The kind of that name. */
  public Optional<DeviceKind> kind(String name) {
    for (DeviceKind kind : kinds) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether devices of that kind may hang on an inverter with these traits. */
  public boolean mayHave(String kind, Set<String> traits) {
    return kinds.stream().anyMatch(it -> it.name().equals(kind) && it.condition().holds(traits));
  }

  /** The registers of a device, as far as they hold for its traits. */
  public RegisterMap registers(Device device, Identity identity) {
    return registers(
        device.kind(), device.seat().number(), ModelTables.traitsAt(identity, device.address()));
  }

  /**
   * The registers of the devices of a kind.
   *
   * @param number of the device's place; only told devices differ by it
   * @param traits those of the inverter
   */
  public RegisterMap registers(DeviceKind kind, int number, Set<String> traits) {
    RegisterMap map = maps.get(registerMap(kind, traits)).orElseThrow().forTraits(traits);
    return kind.told().map(told -> map.numbered(told, number)).orElse(map);
  }

  /** The name of the register map of a kind of device behind an inverter with these traits. */
  public String registerMap(DeviceKind kind, Set<String> traits) {
    return kind.registers().isPresent() ? kind.registers().get() : models.registerMap(traits);
  }

  /**
   * The inverter with what its registers prove that it can do.
   *
   * @param words of the inverter, as far as they were read
   */
  public Identity settle(Identity identity, Words words) {
    DeviceKind inverter = kind(DeviceKind.INVERTER).orElseThrow();
    return models.settle(
        identity,
        claim -> {
          for (String field : claim.says().fields()) {
            if (claim.says().holds(read(inverter, 1, claim.traits(), field, words))) {
              return true;
            }
          }
          return false;
        });
  }

  /**
   * What a field says in these words, as in the {@link #registers(DeviceKind, int, Set)} of the
   * device, which need not be put together for it.
   */
  Reading read(DeviceKind kind, int number, Set<String> traits, String field, Words words) {
    String name = kind.isTold() ? kind.inverterField(field, number) : field;
    return maps.get(registerMap(kind, traits)).orElseThrow().read(name, traits, words);
  }

  /** The plan's rows for an inverter. */
  public Stream<PlanRow> planFor(Identity identity) {
    return plan.stream().filter(row -> row.condition().holds(identity.traits()));
  }

  private static List<PlanRow> plan(
      TableSource source, Faults faults, ModelTables models, List<DeviceKind> kinds) {
    List<PlanRow> plan = new ArrayList<>();
    Table table =
        Table.from(
            source,
            "tables/poll-plan.csv",
            faults,
            "device",
            "bank",
            "base",
            "count",
            "tier",
            "models",
            "keep");
    for (Row row : table.rows()) {
      models.check(row, "models");
      String kind = row.required("device");
      if (kinds.stream().noneMatch(known -> known.name().equals(kind))) {
        row.fault("no such device: " + kind);
      }
      int count = row.integer("count").orElse(0);
      if (count < 1 || count > 60) {
        row.fault("count is not within 1..60");
      }
      plan.add(
          new PlanRow(
              kind,
              new BlockSpec(Bank.of(row, "bank"), row.integer("base").orElse(0), count),
              row.choice("tier", PlanRow.Tier.class).orElse(PlanRow.Tier.FULL),
              row.condition("models"),
              row.choice("keep", PlanRow.Keep.class).orElse(PlanRow.Keep.ALWAYS)));
    }
    return List.copyOf(plan);
  }
}
