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
import givbridge.registers.Value;
import givbridge.registers.Words;
import givbridge.tables.Faults;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  static final Plant POLAR = new Plant("2103", 100);
  static final Plant GEN3_PLUS = new Plant("2201", 100);
  static final Plant GEN4 = new Plant("8304", 100);
  static final Plant PV_ONLY = new Plant("2301", 100);
  static final Plant ALL_IN_ONE = new Plant("8001", 612);
  static final Plant HV_GEN3 = new Plant("8102", 100);
  static final Plant HV_GEN3_HIGH_BANK = new Plant("8102", 100, "single-phase", "three-phase");
  static final Plant THREE_PHASE = new Plant("4004", 0);
  static final Plant AC_THREE_PHASE = new Plant("6002", 0);
  static final Plant ALL_IN_ONE_HYBRID = new Plant("8202", 0);
  static final Plant GATEWAY = new Plant("7001", 14, "one-unit", "several-units", "controls");
  static final Plant GATEWAY_OF_ONE = new Plant("7001", 14);
  static final Plant EMS = new Plant("5001", 1036);

  private final Topology topology;

  private Plant(String typeCode, int arm, String... proven) {
    Identity known = PLANTS.models().identify("CE1234G567", typeCode, arm, Optional.empty());
    Set<String> traits = new TreeSet<>(known.traits());
    traits.removeIf(trait -> proven.length > 0 && trait.equals(proven[0]));
    Stream.of(proven).skip(1).forEach(traits::add);
    Identity identity =
        new Identity(
            known.serial(),
            known.typeCode(),
            known.arm(),
            known.model(),
            traits,
            known.ratedWatts(),
            known.batteryWatts());
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

  /**
   * What is published of an inverter that holds that: largest power and capacity of its battery.
   */
  static Shown shown(Snapshot snapshot) {
    Identity identity = snapshot.identity();
    Optional<BigDecimal> capacity =
        snapshot
            .reading("battery_capacity_ah")
            .known()
            .map(value -> ((Value.Amount) value).number())
            .flatMap(ah -> identity.model().nominalVoltage().map(ah::multiply))
            .map(watthours -> watthours.movePointLeft(3));
    return path ->
        switch (path.substring(path.indexOf('/') + 1)) {
          case "Invertor_Max_Bat_Rate" -> identity.batteryWatts().map(BigDecimal::valueOf);
          case "Battery_Capacity_kWh" -> capacity;
          default -> Optional.empty();
        };
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
