package givbridge.plant;

import givbridge.registers.Bank;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import givbridge.registers.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known of one plant at one time. Never changes; each poll and each confirmed write
 * makes a new one.
 */
public final class Snapshot {
  private final Topology topology;
  private final Map<BlockKey, ReadBlock> blocks;
  private final Map<Seat, Map<String, Reading>> bySeat;
  private final Map<String, Reading> facts;
  private final PollReport report;

  /**
   * A snapshot.
   *
   * @param blocks the newest accepted block of each key; a block that failed keeps its last good
   *     one
   */
  public Snapshot(Topology topology, Collection<ReadBlock> blocks, PollReport report) {
    this.topology = topology;
    this.report = report;
    Map<BlockKey, ReadBlock> byKey = new HashMap<>();
    Map<Seat, Map<String, Reading>> readings = new HashMap<>();
    // Oldest first, so that where blocks overlap the newest reading stays.
    for (ReadBlock block : oldestFirst(blocks)) {
      byKey.put(block.block().key(), block);
      readings.computeIfAbsent(block.seat(), seat -> new HashMap<>()).putAll(block.readings());
    }
    this.blocks = byKey;
    this.bySeat = readings;
    this.facts = topology.identity().facts();
  }

  private static List<ReadBlock> oldestFirst(Collection<ReadBlock> blocks) {
    return blocks.stream().sorted(Comparator.comparing(block -> block.block().at())).toList();
  }

  public Topology topology() {
    return topology;
  }

  public Identity identity() {
    return topology.identity();
  }

  public PollReport report() {
    return report;
  }

  /**
   * A field of a device, told ones included; for the inverter also the facts of its identity
   * ({@code serial}, {@code rated_power}, ...).
   */
  public Reading reading(Device device, String field) {
    if (device.kind().isTold()) {
      return reading(device.kind().inverterField(field, device.seat().number()));
    }
    Reading read = bySeat.getOrDefault(device.seat(), Map.of()).get(field);
    if (read == null && device.isInverter()) {
      read = facts.get(field);
    }
    return read == null ? Reading.unknown(Reading.Why.NEVER_READ) : read;
  }

  /** A field of the inverter. */
  public Reading reading(String field) {
    return reading(topology.inverter(), field);
  }

  /** The last accepted block of that key. */
  public Optional<ReadBlock> block(BlockKey key) {
    return Optional.ofNullable(blocks.get(key));
  }

  /** All accepted blocks. */
  public Collection<ReadBlock> blocks() {
    return Collections.unmodifiableCollection(blocks.values());
  }

  /** The block of a device in which a register was read. */
  public Optional<ReadBlock> blockOf(int address, Bank bank, int register) {
    return blocks.values().stream()
        .filter(b -> b.block().key().address() == address)
        .filter(b -> b.block().key().spec().contains(bank, register))
        .max(Comparator.comparing(b -> b.block().at()));
  }

  /** The words of a device, over all its blocks. */
  public Words words(int address) {
    return (bank, register) ->
        blockOf(address, bank, register)
            .map(b -> b.block().word(bank, register))
            .orElse(Words.UNKNOWN);
  }

  /** When the newest block of a device arrived, or of what tells of it; empty before the first. */
  public Optional<Instant> newest(Device device) {
    return blocks.values().stream()
        .filter(device.kind().isTold() ? block -> tells(block, device) : block -> of(block, device))
        .map(b -> b.block().at())
        .max(Comparator.naturalOrder());
  }

  private static boolean of(ReadBlock block, Device device) {
    return block.seat().equals(device.seat());
  }

  private static boolean tells(ReadBlock block, Device device) {
    return device.kind().page().map(device::block).equals(Optional.of(block.block().key()));
  }

  /** When the newest block arrived; empty before the first. */
  public Optional<Instant> newest() {
    return blocks.values().stream().map(b -> b.block().at()).max(Comparator.naturalOrder());
  }

  /** A snapshot with these blocks in place of older ones of the same key. */
  public Snapshot with(Collection<ReadBlock> changed) {
    Map<BlockKey, ReadBlock> all = new HashMap<>(blocks);
    changed.forEach(block -> all.put(block.block().key(), block));
    return new Snapshot(topology, all.values(), report);
  }

  /** When the words of a row were read: the oldest of them. */
  public Optional<Instant> readAt(int address, RegisterRow row) {
    return row.addresses().stream()
        .map(a -> blockOf(address, row.bank(), a).map(b -> b.block().at()))
        .reduce((a, b) -> a.flatMap(x -> b.map(y -> x.isBefore(y) ? x : y)))
        .flatMap(at -> at);
  }
}
