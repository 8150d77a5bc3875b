package givbridge.plant;

import givbridge.registers.Bank;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import givbridge.registers.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one plant at one time. Never changes; each poll and each confirmed write
 * makes a new one.
 */
public final class Snapshot {
  private static final Comparator<ReadBlock> OLDEST_FIRST =
      Comparator.comparing(block -> block.block().at());

  private final Topology topology;
  private final List<ReadBlock> oldestFirst;
  private final Map<BlockKey, ReadBlock> blocks;
  private final Map<Seat, SeatReadings> bySeat;
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
    this.oldestFirst = oldestFirst(blocks);
    this.blocks = new HashMap<>(blocks.size() * 2);
    this.bySeat = new HashMap<>();
    // So that where blocks overlap the newest reading stays.
    for (ReadBlock block : oldestFirst) {
      this.blocks.put(block.block().key(), block);
      readingsAt(block).put(block.readings());
    }
  }

  private static List<ReadBlock> oldestFirst(Collection<ReadBlock> blocks) {
    List<ReadBlock> sorted = new ArrayList<>(blocks);
    sorted.sort(OLDEST_FIRST);
    return sorted;
  }

  private SeatReadings readingsAt(ReadBlock block) {
    SeatReadings known = bySeat.get(block.seat());
    if (known != null) {
      return known;
    }
    SeatReadings first = new SeatReadings(block.readings().fields());
    bySeat.put(block.seat(), first);
    return first;
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
    return reading(device, field, -1);
  }

  /**
   * As {@link #reading(Device, String)}, and quicker.
   *
   * @param likely the number of the field in the device's register map, as far as is known; else -1
   */
  public Reading reading(Device device, String field, int likely) {
    if (device.kind().isTold()) {
      return reading(device.kind().inverterField(field, device.seat().number()));
    }
    SeatReadings readings = bySeat.get(device.seat());
    Reading read = readings == null ? null : readings.get(field, likely);
    if (read == null && device.isInverter()) {
      read = topology.identity().fact(field);
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
    return Collections.unmodifiableList(oldestFirst);
  }

  /** The block of a device in which a register was read. */
  public Optional<ReadBlock> blockOf(int address, Bank bank, int register) {
    return Optional.ofNullable(newestWith(address, bank, register));
  }

  private @Nullable ReadBlock newestWith(int address, Bank bank, int register) {
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      BlockKey key = oldestFirst.get(i).block().key();
      if (key.address() == address && key.spec().contains(bank, register)) {
        return oldestFirst.get(i);
      }
    }
    return null;
  }

  /** The words of a device, over all its blocks. */
  public Words words(int address) {
    return (bank, register) -> {
      ReadBlock block = newestWith(address, bank, register);
      return block == null ? Words.UNKNOWN : block.block().word(bank, register);
    };
  }

  /** When the newest block of a device arrived, or of what tells of it; empty before the first. */
  public Optional<Instant> newest(Device device) {
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      ReadBlock block = oldestFirst.get(i);
      if (device.kind().isTold() ? tells(block, device) : block.seat().equals(device.seat())) {
        return Optional.of(block.block().at());
      }
    }
    return Optional.empty();
  }

  private static boolean tells(ReadBlock block, Device device) {
    return device.kind().page().map(device::block).equals(Optional.of(block.block().key()));
  }

  /** When the newest block arrived; empty before the first. */
  public Optional<Instant> newest() {
    return oldestFirst.isEmpty()
        ? Optional.empty()
        : Optional.of(oldestFirst.get(oldestFirst.size() - 1).block().at());
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
