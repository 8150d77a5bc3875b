package givbridge.simulator;

import givbridge.registers.Bank;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.simulator.Layout.Counter;
import givbridge.simulator.Layout.Device;
import givbridge.simulator.Layout.Gauge;
import givbridge.simulator.Layout.Gauges;
import givbridge.simulator.Layout.PackGauge;
import givbridge.simulator.Layout.Period;
import givbridge.simulator.Layout.Purpose;
import givbridge.simulator.Layout.Refused;
import givbridge.simulator.Layout.Served;
import givbridge.simulator.Layout.Slot;
import givbridge.simulator.Layout.SlotKind;
import givbridge.simulator.Layout.Steering;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from the tables what holds for a plant with certain traits. */
final class LayoutReader {

  private static final String FOLDER = "simulator/";
  private static final double WH_PER_KWH = 1000;

  private final Set<String> traits;
  private final RegisterMap inverter;
  private final RegisterMap pack;
  private final Faults faults;

  LayoutReader(Set<String> traits, RegisterMap inverter, RegisterMap pack, Faults faults) {
    this.traits = traits;
    this.inverter = inverter;
    this.pack = pack;
    this.faults = faults;
  }

  Layout read() {
    return new Layout(
        served(),
        constants(),
        roles(),
        refusals(),
        new Steering(numbers(), slots()),
        new Gauges(gauges(), counters(), history()),
        packGauges());
  }

  private List<Served> served() {
    List<Served> all = new ArrayList<>();
    for (Row row : rows("served", "traits", "device", "bank", "from", "to")) {
      Optional<Device> device = row.choice("device", Device.class);
      device.ifPresent(
          known ->
              all.add(
                  new Served(
                      known,
                      Bank.valueOf(row.required("bank")),
                      row.integer("from").orElse(0),
                      row.integer("to").orElse(0))));
    }
    return all;
  }

  private Map<RegisterRow, Value> constants() {
    Map<RegisterRow, Value> all = new LinkedHashMap<>();
    for (Row row : rows("constants", "traits", "field", "value")) {
      field(row, inverter)
          .ifPresent(
              register ->
                  WrittenValue.of(row, "value", register)
                      .ifPresent(value -> all.putIfAbsent(register, value)));
    }
    return all;
  }

  private Map<Role, Purpose> roles() {
    Map<Role, Purpose> all = new EnumMap<>(Role.class);
    for (Row row : everyRow("roles", "role", "field", "value")) {
      row.choice("role", Role.class)
          .ifPresent(
              role ->
                  field(row, inverter)
                      .ifPresent(
                          register -> all.put(role, new Purpose(register, row.integer("value")))));
    }
    return all;
  }

  private List<Refused> refusals() {
    List<Refused> all = new ArrayList<>();
    for (Row row : rows("refusals", "traits", "field", "below")) {
      field(row, inverter)
          .ifPresent(register -> all.add(new Refused(register, row.integer("below"))));
    }
    return all;
  }

  private Map<Control, RegisterRow> numbers() {
    Map<Control, RegisterRow> all = new EnumMap<>(Control.class);
    for (Row row : rows("controls", "control", "field", "traits")) {
      row.choice("control", Control.class)
          .ifPresent(
              control -> field(row, inverter).ifPresent(register -> all.put(control, register)));
    }
    return all;
  }

  private List<Slot> slots() {
    List<Slot> all = new ArrayList<>();
    for (Row row : rows("windows", "kind", "field", "target", "traits")) {
      Optional<RegisterRow> target =
          row.text("target").isEmpty() ? Optional.empty() : field(row, "target", inverter);
      row.choice("kind", SlotKind.class)
          .ifPresent(
              kind ->
                  field(row, inverter)
                      .ifPresent(register -> all.add(new Slot(kind, register, target))));
    }
    return all;
  }

  private List<Gauge> gauges() {
    List<Gauge> all = new ArrayList<>();
    for (Row row : rows("gauges", "quantity", "field", "traits")) {
      row.choice("quantity", Quantity.class)
          .ifPresent(
              quantity ->
                  field(row, inverter)
                      .ifPresent(register -> all.add(new Gauge(quantity, register))));
    }
    return all;
  }

  private List<Counter> counters() {
    List<Counter> all = new ArrayList<>();
    for (Row row : rows("counters", "flow", "period", "field", "traits")) {
      Optional<Flow> flow = row.choice("flow", Flow.class);
      Optional<Period> period = row.choice("period", Period.class);
      Optional<RegisterRow> register = field(row, inverter);
      if (flow.isPresent() && period.isPresent() && register.isPresent()) {
        all.add(new Counter(flow.get(), period.get(), register.get()));
      }
    }
    return all;
  }

  private Map<Flow, Double> history() {
    Map<Flow, Double> all = new EnumMap<>(Flow.class);
    for (Row row : rows("history", "traits", "flow", "kwh")) {
      row.choice("flow", Flow.class)
          .ifPresent(
              flow ->
                  row.decimal("kwh")
                      .ifPresent(kwh -> all.put(flow, kwh.doubleValue() * WH_PER_KWH)));
    }
    return all;
  }

  private List<PackGauge> packGauges() {
    List<PackGauge> all = new ArrayList<>();
    for (Row row : everyRow("pack-gauges", "quantity", "index", "field")) {
      row.choice("quantity", PackQuantity.class)
          .ifPresent(
              quantity ->
                  field(row, pack)
                      .ifPresent(
                          register ->
                              all.add(
                                  new PackGauge(
                                      quantity, row.integer("index").orElse(0), register))));
    }
    return all;
  }

  private List<Row> rows(String table, String... columns) {
    return everyRow(table, columns).stream()
        .filter(row -> row.condition("traits").holds(traits))
        .toList();
  }

  private List<Row> everyRow(String table, String... columns) {
    return Table.resource(FOLDER + table + ".csv", faults, columns).rows();
  }

  private static Optional<RegisterRow> field(Row row, RegisterMap map) {
    return field(row, "field", map);
  }

  private static Optional<RegisterRow> field(Row row, String column, RegisterMap map) {
    Optional<RegisterRow> found = map.row(row.required(column));
    if (found.isEmpty()) {
      row.fault("no such field in registers/" + map.name() + ".csv: " + row.text(column));
    }
    return found;
  }
}
