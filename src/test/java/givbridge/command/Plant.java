package givbridge.command;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.plant.PollReport;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import givbridge.tables.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An inverter as tests need it: which model it is, and what its holding registers say. */
final class Plant {
  static final PlantTables PLANTS = plants();
  static final CommandTables COMMANDS = commands();
  static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  static final int ADDRESS = 0x11;

  /** Two charge registers of a slot fewer than the others, 2600 W, 160 Ah at 51.2 V. */
  static final Plant GEN1 = new Plant("2001", 449);

  static final Plant GEN2 = new Plant("2001", 920);
  static final Plant GEN3_TWO_SLOTS = new Plant("2001", 302);
  static final Plant GEN3_TEN_SLOTS = new Plant("2001", 312);
  static final Plant AC = new Plant("3001", 282);
  static final Plant AC_WITHOUT_RATING = new Plant("3009", 282);
  static final Plant UNKNOWN = new Plant("9999", 100);

  private final Topology topology;

  private Plant(String typeCode, int arm) {
    Identity identity = PLANTS.models().identify("CE1234G567", typeCode, arm, Optional.empty());
    DeviceKind kind = PLANTS.kind(DeviceKind.INVERTER).orElseThrow();
    Device inverter = new Device(kind, ADDRESS, 1, "", ModelTables.traitsAt(identity, ADDRESS));
    this.topology = new Topology(identity, List.of(inverter));
  }

  private static PlantTables plants() {
    Faults faults = new Faults();
    PlantTables plants = PlantTables.load(faults);
    faults.throwIfAny();
    return plants;
  }

  private static CommandTables commands() {
    Faults faults = new Faults();
    CommandTables commands = CommandTables.load(PLANTS, faults);
    faults.throwIfAny();
    return commands;
  }

  Topology topology() {
    return topology;
  }

  /** What such an inverter holds when nothing else is said. */
  static Map<Integer, Integer> usual() {
    Map<Integer, Integer> words = new TreeMap<>();
    words.put(27, 1);
    words.put(55, 160);
    words.put(110, 20);
    words.put(111, 50);
    words.put(112, 50);
    words.put(116, 100);
    words.put(44, 60);
    return words;
  }

  /** What it holds with some registers changed: number, word, number, word, ... */
  static Map<Integer, Integer> holding(int... changed) {
    Map<Integer, Integer> words = usual();
    for (int i = 0; i < changed.length; i += 2) {
      words.put(changed[i], changed[i + 1]);
    }
    return words;
  }

  Snapshot snapshot(int... changed) {
    return snapshot(NOW, spec -> true, holding(changed));
  }

  /** A snapshot of the wanted blocks of the plan. */
  Snapshot snapshot(Instant at, Predicate<BlockSpec> wanted, Map<Integer, Integer> words) {
    BlockReader reader = new BlockReader(PLANTS, topology.identity());
    List<ReadBlock> blocks = new ArrayList<>();
    PLANTS
        .planFor(topology.identity())
        .filter(row -> row.kind().equals(DeviceKind.INVERTER))
        .filter(row -> row.spec().bank() == Bank.HR && wanted.test(row.spec()))
        .forEach(
            row -> {
              Block block = block(new BlockKey(ADDRESS, row.spec()), at, words);
              Words others = (bank, address) -> words.getOrDefault(address, 0);
              blocks.add(reader.read(topology.inverter(), block, others));
            });
    PollReport report = new PollReport(1, true, at, Duration.ZERO, List.of(), false);
    return new Snapshot(topology, blocks, report);
  }

  static Block block(BlockKey key, Instant at, Map<Integer, Integer> words) {
    int[] values = new int[key.spec().count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = words.getOrDefault(key.spec().base() + i, 0);
    }
    return new Block(key, values, at);
  }
}
