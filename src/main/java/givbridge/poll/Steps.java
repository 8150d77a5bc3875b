package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.registers.Bank;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far fields move from one read to the next, from {@code tables/steps.csv}. */
final class Steps {
  /** An inverter's clock shows whole seconds, and a dongle may take its time. */
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(90);

  private final PlantTables plants;
  private final Map<String, Registers> byMap;

  private Steps(PlantTables plants, Map<String, Registers> byMap) {
    this.plants = plants;
    this.byMap = Map.copyOf(byMap);
  }

  /**
   * What is known of the registers of one map.
   *
   * @param steps by field; one that is not there stays as it is
   * @param named the registers that have a field, by bank
   */
  record Registers(Map<String, Step> steps, Map<Bank, Set<Integer>> named) {
    /** Whether a field may go from one value to the other in that time. */
    boolean allow(String field, @Nullable Value before, @Nullable Value now, Duration passed) {
      if (before instanceof Value.Moment from && now instanceof Value.Moment to) {
        Duration off = Duration.between(from.at(), to.at()).minus(passed);
        return off.abs().compareTo(CLOCK_ERROR) <= 0;
      }
      if (before instanceof Value.Amount from && now instanceof Value.Amount to) {
        // Most stay as they are.
        return from.number().compareTo(to.number()) == 0
            || steps.getOrDefault(field, Step.NONE).allows(from.number(), to.number());
      }
      return Objects.equals(before, now);
    }

    /** Whether a register has a field. */
    boolean names(Bank bank, int register) {
      return named.getOrDefault(bank, Set.of()).contains(register);
    }
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
  private record Line(Bank bank, String unit, FieldPattern fields, Step step) {
    boolean holds(RegisterRow row) {
      return bank == row.bank() && unit.equals(row.unit()) && fields.names(row.name());
    }
  }

  static Steps load(TableSource source, PlantTables plants, Faults faults) {
    List<Line> lines = new ArrayList<>();
    Table table =
        Table.from(
            source, "tables/steps.csv", faults, "bank", "unit", "fields", "up", "down", "zero");
    for (Row row : table.rows()) {
      Step step =
          new Step(
              row.decimal("up").orElse(BigDecimal.ZERO),
              row.decimal("down").orElse(BigDecimal.ZERO),
              row.choice("zero", Zero.class).orElse(Zero.DOUBTED));
      Line line =
          new Line(
              Bank.of(row, "bank"),
              row.text("unit"),
              FieldPattern.of(row.required("fields")),
              step);
      if (plants.maps().all().stream().flatMap(map -> map.rows().stream()).noneMatch(line::holds)) {
        row.fault("no such field: " + line.fields() + ", in " + line.unit());
      }
      lines.add(line);
    }
    Map<String, Registers> byMap = new HashMap<>();
    plants.maps().all().forEach(map -> byMap.put(map.name(), registers(map, lines)));
    return new Steps(plants, byMap);
  }

  private static Registers registers(RegisterMap map, List<Line> lines) {
    Map<String, Step> steps = new HashMap<>();
    Map<Bank, Set<Integer>> named = new EnumMap<>(Bank.class);
    for (RegisterRow row : map.rows()) {
      named.computeIfAbsent(row.bank(), bank -> new HashSet<>()).addAll(row.addresses());
      lines.stream()
          .filter(line -> line.holds(row))
          .findFirst()
          .ifPresent(line -> steps.putIfAbsent(row.name(), line.step()));
    }
    return new Registers(steps, named);
  }

  /** What is known of a device's registers. */
  Registers of(Device device) {
    return Objects.requireNonNull(
        byMap.get(plants.registerMap(device.kind(), device.traits())), "every map has its steps");
  }
}
