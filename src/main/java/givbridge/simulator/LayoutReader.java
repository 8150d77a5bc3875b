package givbridge.simulator;

import givbridge.registers.Bank;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.simulator.Layout.Answer;
import givbridge.simulator.Layout.Device;
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
import org.jspecify.annotations.Nullable;

/** Reads from the tables what holds for a plant with certain traits. */
final class LayoutReader {

  private static final String FOLDER = "simulator/";

  private final Set<String> traits;
  private final Map<Device, RegisterMap> maps;
  private final Faults faults;

  /**
   * A reader.
   *
   * @param maps registers of each device that the plant may have
   */
  LayoutReader(Set<String> traits, Map<Device, RegisterMap> maps, Faults faults) {
    this.traits = traits;
    this.maps = maps;
    this.faults = faults;
  }

  Layout read() {
    return new Layout(
        served(),
        constants(),
        roles(),
        refusals(),
        new Steering(numbers(), slots()),
        new GaugeReader(this).read());
  }

  private List<Served> served() {
    List<Served> all = new ArrayList<>();
    for (Row row : rows("served", "traits", "device", "bank", "from", "to", "answer")) {
      Optional<Device> device = row.choice("device", Device.class);
      Optional<Answer> answer = row.choice("answer", Answer.class);
      if (device.isPresent() && answer.isPresent()) {
        int from = row.integer("from").orElse(0);
        int to = row.integer("to").orElse(0);
        all.add(new Served(device.get(), Bank.of(row, "bank"), from, to, answer.get()));
      }
    }
    return all;
  }

  private Map<Device, Map<RegisterRow, Value>> constants() {
    Map<Device, Map<RegisterRow, Value>> all = new EnumMap<>(Device.class);
    for (Row row : rows("constants", "traits", "device", "field", "value")) {
      Optional<Device> device = row.choice("device", Device.class);
      if (device.isPresent()) {
        Map<RegisterRow, Value> own =
            all.computeIfAbsent(device.get(), key -> new LinkedHashMap<>());
        field(row, device.get())
            .ifPresent(
                register ->
                    WrittenValue.of(row, "value", register)
                        .ifPresent(value -> own.putIfAbsent(register, value)));
      }
    }
    return all;
  }

  private Map<Role, Purpose> roles() {
    Map<Role, Purpose> all = new EnumMap<>(Role.class);
    for (Row row : rows("roles", "role", "field", "value", "traits")) {
      row.choice("role", Role.class)
          .ifPresent(
              role ->
                  field(row, Device.INVERTER)
                      .ifPresent(
                          register -> all.put(role, new Purpose(register, row.integer("value")))));
    }
    return all;
  }

  private List<Refused> refusals() {
    List<Refused> all = new ArrayList<>();
    for (Row row : rows("refusals", "traits", "field", "below")) {
      field(row, Device.INVERTER)
          .ifPresent(register -> all.add(new Refused(register, row.integer("below"))));
    }
    return all;
  }

  private Map<Control, RegisterRow> numbers() {
    Map<Control, RegisterRow> all = new EnumMap<>(Control.class);
    for (Row row : rows("controls", "control", "field", "traits")) {
      row.choice("control", Control.class)
          .ifPresent(
              control ->
                  field(row, Device.INVERTER).ifPresent(register -> all.put(control, register)));
    }
    return all;
  }

  private List<Slot> slots() {
    List<Slot> all = new ArrayList<>();
    for (Row row : rows("windows", "kind", "field", "target", "traits")) {
      Optional<RegisterRow> target =
          row.text("target").isEmpty()
              ? Optional.empty()
              : field(row, "target", maps.get(Device.INVERTER));
      row.choice("kind", SlotKind.class)
          .ifPresent(
              kind ->
                  field(row, Device.INVERTER)
                      .ifPresent(register -> all.add(new Slot(kind, register, target))));
    }
    return all;
  }

  /** The rows of a table that hold for the plant. */
  List<Row> rows(String table, String... columns) {
    return Table.resource(FOLDER + table + ".csv", faults, columns).rows().stream()
        .filter(row -> row.condition("traits").holds(traits))
        .toList();
  }

  /** The register that a row names; a name that the device's map lacks is a fault. */
  Optional<RegisterRow> field(Row row, Device device) {
    return field(row, "field", maps.get(device));
  }

  private static Optional<RegisterRow> field(Row row, String column, @Nullable RegisterMap map) {
    if (map == null) {
      row.fault("the device has no registers of its own");
      return Optional.empty();
    }
    Optional<RegisterRow> found = map.row(row.required(column));
    if (found.isEmpty()) {
      row.fault("no such field in registers/" + map.name() + ".csv: " + row.text(column));
    }
    return found;
  }
}
