package givbridge.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.plant.Block;
import givbridge.plant.BlockReader;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.plant.PollReport;
import givbridge.plant.ReadBlock;
import givbridge.plant.Seat;
import givbridge.plant.Snapshot;
import givbridge.plant.Told;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import givbridge.registers.Words;
import givbridge.tables.Faults;
import givbridge.testing.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The registers of a recorded plant, with words that a test may change. */
public final class RecordedPlant {
  /** When its blocks were read, as far as tests are concerned. */
  public static final Instant READ = Instant.parse("2026-03-01T12:00:00.125Z");

  private static final PlantTables PLANTS = loadPlants();
  private static final TreeTable TABLE = loadTable();

  private final Map<String, Integer> words = new HashMap<>();
  private final String code;
  private final int arm;

  private RecordedPlant(String code, int arm) {
    this.code = code;
    this.arm = arm;
  }

  private static PlantTables loadPlants() {
    Faults faults = new Faults();
    PlantTables tables = PlantTables.load(faults);
    faults.throwIfAny();
    return tables;
  }

  private static TreeTable loadTable() {
    Faults faults = new Faults();
    TreeTable table = TreeTable.load(PLANTS, faults);
    faults.throwIfAny();
    return table;
  }

  public static PlantTables plants() {
    return PLANTS;
  }

  public static TreeTable table() {
    return TABLE;
  }

  /** Reads {@code plants/<name>.json}. */
  public static RecordedPlant of(String name) {
    String path = "plants/" + name + ".json";
    try (InputStream stream = RecordedPlant.class.getClassLoader().getResourceAsStream(path)) {
      JsonNode root = new ObjectMapper().readTree(stream);
      RecordedPlant plant = new RecordedPlant(root.get("code").asText(), root.get("arm").asInt());
      for (JsonNode run : root.get("runs")) {
        int address = Integer.decode(run.get("address").asText());
        int register = run.get("base").asInt();
        for (JsonNode word : run.get("words")) {
          plant.put(address, Bank.valueOf(run.get("bank").asText()), register++, word.asInt());
        }
      }
      return plant;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a recording of a dongle's bytes holds at its end. Where it lacks the inverter's first
   * holding registers, plain ones with a serial number stand.
   *
   * @param mirror the address at which the inverter was asked
   */
  public static RecordedPlant ofRecording(Path file, int mirror, String code, int arm)
      throws IOException {
    RecordedPlant plant = new RecordedPlant(code, arm);
    for (int register = 0; register < 60; register++) {
      boolean serial = register >= 13 && register < 18;
      plant.put(0x11, Bank.HR, register, serial ? '0' * 256 + 'A' : 0);
    }
    Recording.banks(file)
        .forEach(
            (address, banks) ->
                banks.forEach(
                    (bank, words) ->
                        words.forEach(
                            (register, word) -> {
                              plant.put(address, bank, register, word);
                              if (address == mirror) {
                                plant.put(0x11, bank, register, word);
                              }
                            })));
    return plant;
  }

  /** The same registers with another type code and firmware. */
  public RecordedPlant as(String otherCode, int otherArm) {
    RecordedPlant other = new RecordedPlant(otherCode, otherArm);
    other.words.putAll(words);
    return other;
  }

  private void put(int address, Bank bank, int register, int word) {
    words.put(address + " " + bank + " " + register, word);
  }

  /** Changes a register of the inverter. */
  public RecordedPlant with(Bank bank, int register, int word) {
    return with(0x11, bank, register, word);
  }

  /** Changes a register of a device. */
  public RecordedPlant with(int address, Bank bank, int register, int word) {
    RecordedPlant other = as(code, arm);
    other.put(address, bank, register, word);
    return other;
  }

  /** Forgets a device's registers. */
  public RecordedPlant without(int address) {
    RecordedPlant other = as(code, arm);
    other.words.keySet().removeIf(key -> key.startsWith(address + " "));
    return other;
  }

  private Words words(int address) {
    return (bank, register) ->
        words.getOrDefault(address + " " + bank + " " + register, Words.UNKNOWN);
  }

  private Identity identity() {
    Words inverter = words(0x11);
    String serial =
        PLANTS.maps().get("inverter-single-phase").orElseThrow().row("serial_number").stream()
            .map(row -> Decoder.decode(row, inverter, READ))
            .flatMap(reading -> reading.known().stream())
            .map(value -> ((Value.Text) value).text())
            .findFirst()
            .orElseThrow();
    return PLANTS.settle(PLANTS.models().identify(serial, code, arm, Optional.empty()), inverter);
  }

  /** All devices of which registers are there. */
  public Topology topology() {
    Identity identity = identity();
    DeviceKind inverter = PLANTS.kind(DeviceKind.INVERTER).orElseThrow();
    Device first = new Device(inverter, 0x11, 1, "1", ModelTables.traitsAt(identity, 0x11));
    Topology topology = new Topology(identity, List.of(first));
    for (DeviceKind kind : PLANTS.kinds()) {
      if (kind.condition().holds(identity.traits()) && !kind.isTold() && kind != inverter) {
        topology = with(topology, kind);
      }
    }
    return Told.with(PLANTS, topology, words(0x11));
  }

  private Topology with(Topology before, DeviceKind kind) {
    List<Optional<Device>> owners =
        kind.extent().under().stream().flatMap(before::of).map(Optional::of).toList();
    Topology topology = before;
    for (Optional<Device> owner : owners.isEmpty() ? List.of(Optional.<Device>empty()) : owners) {
      int offset = owner.map(it -> it.seat().number() - 1).orElse(0) * kind.extent().step();
      for (int i = 0; i < kind.addresses().size(); i++) {
        Seat seat = new Seat(kind.addresses().get(i), offset, i + 1);
        Set<String> traits = ModelTables.traitsAt(before.identity(), seat.address());
        Words seen = (bank, register) -> words(seat.address()).word(bank, register + offset);
        Function<String, Reading> fields =
            field -> PLANTS.registers(kind, seat.number(), traits).read(field, seen);
        if (kind.isPresent(fields)) {
          String key = kind.keyOf(fields).orElse(Integer.toString(seat.number()));
          topology = topology.with(PLANTS.kinds(), new Device(kind, seat, 1, key, traits, owner));
        }
      }
    }
    return topology;
  }

  /** All that the plan would read of it, as read at {@link #READ}. */
  public Snapshot snapshot() {
    return snapshot(READ);
  }

  public Snapshot snapshot(Instant at) {
    Topology topology = topology();
    BlockReader reader = new BlockReader(PLANTS, topology.identity());
    List<ReadBlock> blocks = new ArrayList<>();
    PLANTS
        .planFor(topology.identity())
        .forEach(
            row ->
                topology
                    .of(row.kind())
                    .flatMap(
                        device ->
                            block(device, row.spec(), at).stream()
                                .map(b -> reader.read(device, b, words(device.address()))))
                    .forEach(blocks::add));
    PollReport report = new PollReport(1, true, at, Duration.ofMillis(1234), List.of(), false);
    return new Snapshot(topology, blocks, report);
  }

  private Optional<Block> block(Device device, BlockSpec spec, Instant at) {
    int[] run = new int[spec.count()];
    int base = device.block(spec).spec().base();
    for (int i = 0; i < run.length; i++) {
      run[i] = words(device.address()).word(spec.bank(), base + i);
      if (run[i] == Words.UNKNOWN) {
        return Optional.empty();
      }
    }
    return Optional.of(new Block(device.block(spec), run, at));
  }

  public Tree tree() {
    return Tree.forTopology(TABLE, PLANTS, topology(), Wishes.NONE);
  }

  /** Its first view. */
  public View view() {
    return tree().view(snapshot(), Optional.empty(), context(READ));
  }

  /** What a view of this plant shows after another. */
  public View after(View before, Instant at) {
    return tree().view(snapshot(at), Optional.of(before), context(at));
  }

  public static ViewContext context(Instant now) {
    return new ViewContext(
        now,
        ZoneId.of("Europe/London"),
        Duration.ofSeconds(30),
        new ViewContext.Activity(7, 3, false),
        "0.1.0");
  }
}
