package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.registers.Bank;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far fields move from one read to the next, from {@code tables/steps.csv}. */
final class Steps {
  private final PlantTables plants;
  private final Map<String, Map<String, Step>> byMap;

  private Steps(PlantTables plants, Map<String, Map<String, Step>> byMap) {
    this.plants = plants;
    this.byMap = Map.copyOf(byMap);
  }

  /** What is thought of a number that becomes 0, or was 0. */
  enum Zero {
    /** It is like any other. */
    OK,
    /** It is doubted, for garbage often is 0. */
    DOUBTED
  }

  /**
   * How far a number moves, in its unit.
   *
   * @param up how far it rises
   * @param down how far it falls
   */
  record Step(BigDecimal up, BigDecimal down, Zero zero) {
    static final Step NONE = new Step(BigDecimal.ZERO, BigDecimal.ZERO, Zero.DOUBTED);

    boolean allows(BigDecimal from, BigDecimal to) {
      BigDecimal rise = to.subtract(from);
      boolean toOrFromZero = from.signum() == 0 != (to.signum() == 0);
      return !(toOrFromZero && zero == Zero.DOUBTED)
          && rise.compareTo(up) <= 0
          && rise.negate().compareTo(down) <= 0;
    }
  }

  /** A row of the table. */
  private record Line(Bank bank, String unit, String fields, Step step) {
    boolean holds(RegisterRow row) {
      return bank == row.bank()
          && unit.equals(row.unit())
          && GuardTables.names(fields, row.name());
    }
  }

  static Steps load(TableSource source, PlantTables plants, Faults faults) {
    List<Line> lines = new ArrayList<>();
    Table table =
        Table.from(source, "tables/steps.csv", faults, "bank", "unit", "fields", "up", "down", "zero");
    for (Row row : table.rows()) {
      Step step =
          new Step(
              row.decimal("up").orElse(BigDecimal.ZERO),
              row.decimal("down").orElse(BigDecimal.ZERO),
              row.choice("zero", Zero.class).orElse(Zero.DOUBTED));
      Line line = new Line(Bank.of(row, "bank"), row.text("unit"), row.required("fields"), step);
      if (plants.maps().all().stream().flatMap(map -> map.rows().stream()).noneMatch(line::holds)) {
        row.fault("no such field: " + line.fields() + ", in " + line.unit());
      }
      lines.add(line);
    }
    Map<String, Map<String, Step>> byMap = new HashMap<>();
    plants.maps().all().forEach(map -> byMap.put(map.name(), steps(map, lines)));
    return new Steps(plants, byMap);
  }

  private static Map<String, Step> steps(RegisterMap map, List<Line> lines) {
    Map<String, Step> steps = new HashMap<>();
    for (RegisterRow row : map.rows()) {
      lines.stream()
          .filter(line -> line.holds(row))
          .findFirst()
          .ifPresent(line -> steps.putIfAbsent(row.name(), line.step()));
    }
    return steps;
  }

  /** The steps of a device's fields; one that is not among them stays as it is. */
  Map<String, Step> of(Device device) {
    return byMap.getOrDefault(plants.registerMap(device.kind(), device.traits()), Map.of());
  }
}
