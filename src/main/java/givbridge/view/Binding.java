package givbridge.view;

import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.registers.Fields;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.view.Formula.DeviceReference;
import givbridge.view.Formula.Which.Relative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds the formulas of a plant's places to its devices and to each other, by their numbers. */
final class Binding {
  private static final Node MISSING = new Node.Constant(Reading.unknown(Why.NOT_APPLICABLE));

  private final PlantTables plants;
  private final Topology topology;
  private final Kinship kinship;
  private final Wishes wishes;
  private final List<Spot> spots;
  private final Alike alike;
  private final Map<String, Integer> numbers = new HashMap<>();
  // By identity: they all come from the topology, and are long to compare.
  private final IdentityHashMap<Device, Registers> registers = new IdentityHashMap<>();
  private final IdentityHashMap<Device, Map<String, RegisterRow>> rawRegisters =
      new IdentityHashMap<>();

  /** The registers of a device, by number and by name, and its own number. */
  private record Registers(int number, Fields fields, Map<String, RegisterRow> rows) {}

  Binding(PlantTables plants, Topology topology, List<Spot> spots, Wishes wishes, Alike alike) {
    this.wishes = wishes;
    this.plants = plants;
    this.topology = topology;
    this.kinship = new Kinship(plants, topology);
    this.spots = spots;
    this.alike = alike;
    for (int i = 0; i < spots.size(); i++) {
      numbers.put(spots.get(i).place().path(), i);
    }
  }

  /** Each place with its formula, in the order of the places. */
  Plan plan() {
    return new Plan(
        topology.devices(),
        spots.stream()
            .map(spot -> spot.own() ? alike.parts(planned(spot)) : alike.leaf(planned(spot)))
            .toList());
  }

  private Planned planned(Spot spot) {
    Place place = spot.place();
    TreeRow row = place.row();
    boolean allText = row.form() == Form.RAW_TEXT;
    if (row.form() == Form.BRANCH) {
      return new Planned(place, constant(new Value.Text("")), Renderings.of(row.form()));
    } else if (row.isEveryRawRegister()) {
      Device device = spot.device().orElseThrow();
      RegisterRow register = rawRegister(device, place);
      return new Planned(
          place, field(device, register.name()), RawRenderings.of(register, allText));
    }
    Node node = bind(FormulaParser.parse(filled(spot)), spot);
    return new Planned(
        place,
        node,
        row.form().isRaw()
            ? RawRenderings.ofFormula(isWhole(node), allText)
            : Renderings.of(row.form()));
  }

  /** Other leaves keep their form; facts are whole numbers, results of functions are not. */
  private boolean isWhole(Node node) {
    return node instanceof Node.OtherLeaf leaf
        ? spots.get(leaf.number()).row().form() != Form.FLOAT
        : !(node instanceof Node.Calling);
  }

  private String filled(Spot spot) {
    String source = TreeRow.Index.fill(spot.row().source(), spot.place().number());
    return spot.device().map(device -> kinship.filled(source, device)).orElse(source);
  }

  private RegisterRow rawRegister(Device device, Place place) {
    String key = place.path().substring(place.path().lastIndexOf('/') + 1);
    return Objects.requireNonNull(rawRegisters.computeIfAbsent(device, this::byRawKey).get(key));
  }

  /** Where two registers share a raw key, the first counts. */
  private Map<String, RegisterRow> byRawKey(Device device) {
    Map<String, RegisterRow> byKey = new HashMap<>();
    for (RegisterRow row : plants.registers(device, topology.identity()).rows()) {
      row.raw().ifPresent(raw -> byKey.putIfAbsent(raw.key(), row));
    }
    return byKey;
  }

  private Node bind(Formula formula, Spot spot) {
    if (formula instanceof Formula.Literal literal) {
      return constant(new Value.Amount(literal.number()));
    } else if (formula instanceof Formula.Word word) {
      return constant(new Value.Text(word.text()));
    } else if (formula instanceof Formula.LeafValue leaf) {
      Integer number = numbers.get(leaf.path());
      return number == null ? MISSING : new Node.OtherLeaf(number);
    } else if (formula instanceof Formula.Field field) {
      return fields(field, spot).findFirst().orElse(MISSING);
    }
    Formula.Call call = (Formula.Call) formula;
    List<Node> arguments = new ArrayList<>();
    for (Formula argument : call.arguments()) {
      arguments(argument, spot).forEach(arguments::add);
    }
    Function function = Functions.get(call.function()).orElseThrow();
    // Of no device at all nothing can be calculated.
    return function.allows(arguments.size()) ? new Node.Calling(function, arguments) : MISSING;
  }

  /** One argument, or one for each device that it means. */
  private Stream<Node> arguments(Formula argument, Spot spot) {
    if (argument instanceof Formula.Field field && isEach(field)) {
      return fields(field, spot);
    } else if (argument instanceof Formula.LeafValue leaf) {
      Optional<DeviceKind> kind =
          plants.kinds().stream().filter(k -> isLeftOpen(leaf.path(), k)).findFirst();
      if (kind.isPresent()) {
        return kinship
            .seen(kind.get().name(), spot.device())
            .map(device -> bind(new Formula.LeafValue(kinship.filled(leaf.path(), device)), spot));
      }
    }
    return Stream.of(bind(argument, spot));
  }

  private static boolean isEach(Formula.Field field) {
    return field.device().filter(device -> device.which() == Relative.EACH).isPresent();
  }

  private static boolean isLeftOpen(String path, DeviceKind kind) {
    return kind.placeholder().filter(name -> path.contains("{" + name + "}")).isPresent();
  }

  private Stream<Node> fields(Formula.Field field, Spot spot) {
    if (field.device().filter(DeviceReference::isBridge).isPresent()) {
      return Stream.of(new Node.BridgeFact(field.name()));
    }
    if (field.device().filter(DeviceReference::isTariff).isPresent()) {
      return Stream.of(new Node.TariffFact(field.name()));
    }
    if (field.device().filter(device -> device.kind().equals(Wishes.KIND)).isPresent()) {
      return Stream.ofNullable(wishes.facts().get(field.name())).map(Binding::constant);
    }
    Stream<Device> devices =
        field
            .device()
            .map(reference -> kinship.of(reference, spot.device()))
            .orElseGet(() -> spot.device().stream());
    return devices.map(device -> field(device, field.name()));
  }

  private Node field(Device device, String name) {
    Registers known = registers.computeIfAbsent(device, this::registersOf);
    Optional<RegisterRow> row = Optional.ofNullable(known.rows().get(name));
    // The name as the map keeps it is recognised at a glance.
    return new Node.FieldOf(
        known.number(), row.map(RegisterRow::name).orElse(name), known.fields().number(name), row);
  }

  private Registers registersOf(Device device) {
    RegisterMap map = plants.registers(device, topology.identity());
    return new Registers(topology.devices().indexOf(device), map.fields(), map.byName());
  }

  private static Node constant(Value value) {
    return new Node.Constant(new Reading.Known(value, Instant.EPOCH));
  }
}
