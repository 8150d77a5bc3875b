package givbridge.command;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.registers.Bank;
import givbridge.registers.RegisterRow;
import givbridge.registers.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The holding registers of one inverter while one command works on them. */
final class LiveRegisters {
  /** So often is a block asked for that comes, but cannot be believed. */
  private static final int READS = 2;

  private final PlantLink link;
  private final PlantTables plants;
  private final BlockCheck check;
  private final BlockReader reader;
  private final Map<BlockKey, ReadBlock> read = new LinkedHashMap<>();
  private final Map<Integer, Integer> written = new HashMap<>();
  private final Set<Integer> unproved = new HashSet<>();
  private Snapshot snapshot;

  LiveRegisters(PlantLink link, PlantTables plants, BlockCheck check, Snapshot snapshot) {
    this.link = link;
    this.plants = plants;
    this.check = check;
    this.snapshot = snapshot;
    this.reader = new BlockReader(plants, snapshot.identity());
  }

  /** What is known now. */
  Snapshot snapshot() {
    return snapshot;
  }

  /** The blocks that were read, the newest of each key. */
  List<ReadBlock> blocks() {
    return List.copyOf(read.values());
  }

  /** Reads the blocks of those rows that were not read since. */
  void freshen(Collection<RegisterRow> rows, Instant since) throws LinkException {
    for (RegisterRow row : rows) {
      Optional<Instant> at = snapshot.readAt(inverter().address(), row);
      if (at.isEmpty() || !at.get().isAfter(since)) {
        freshen(row);
      }
    }
  }

  /** Where its block is not answered, a register that was never read is asked for alone. */
  private void freshen(RegisterRow row) throws LinkException {
    boolean known = snapshot.readAt(inverter().address(), row).isPresent();
    for (BlockKey key : keys(row)) {
      try {
        read(key);
      } catch (LinkException e) {
        if (known || e.why() == LinkException.Cause.OFFLINE) {
          throw e;
        }
        for (int address : row.addresses()) {
          read(key(new BlockSpec(row.bank(), address, 1)));
        }
      }
    }
  }

  /** Reads the blocks of the rows now. */
  void read(Collection<RegisterRow> rows) throws LinkException {
    Set<BlockKey> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(keys(row)));
    for (BlockKey key : keys) {
      read(key);
    }
  }

  private void read(BlockKey key) throws LinkException {
    String fault = "";
    Optional<ReadBlock> doubted = Optional.empty();
    for (int i = 0; i < READS; i++) {
      Block block = link.read(key, Purpose.COMMAND);
      Words others = snapshot.words(key.address());
      ReadBlock fresh = reader.read(inverter(), block, others);
      Optional<ReadBlock> before = snapshot.block(key).map(known -> withWrites(known, block));
      Optional<String> wrong = check.fault(fresh, before, doubted);
      if (wrong.isEmpty()) {
        accept(fresh);
        return;
      }
      fault = wrong.get();
      doubted = Optional.of(fresh);
    }
    throw new LinkException(
        LinkException.Cause.NO_ANSWER, key + " came, but cannot be believed: " + fault);
  }

  /** What was known, but for the registers that hold what was just written there. */
  private ReadBlock withWrites(ReadBlock known, Block fresh) {
    Block before = known.block();
    for (Map.Entry<Integer, Integer> write : written.entrySet()) {
      int register = write.getKey();
      if (fresh.words().word(Bank.HR, register) == write.getValue()) {
        before = before.with(register, write.getValue(), before.at());
      }
    }
    return reader.read(inverter(), before, snapshot.words(before.key().address()));
  }

  private void accept(ReadBlock fresh) {
    read.put(fresh.block().key(), fresh);
    snapshot = snapshot.with(List.of(fresh));
    BlockSpec spec = fresh.block().key().spec();
    unproved.removeIf(register -> spec.contains(spec.bank(), register));
  }

  /** The block in which each word of the row was read, or is read by the plan; else alone. */
  private Set<BlockKey> keys(RegisterRow row) {
    Set<BlockKey> keys = new LinkedHashSet<>();
    for (int address : row.addresses()) {
      keys.add(
          snapshot
              .blockOf(inverter().address(), row.bank(), address)
              .map(block -> block.block().key())
              .or(() -> planned(row, address))
              .orElseGet(() -> key(new BlockSpec(row.bank(), address, 1))));
    }
    return keys;
  }

  private Optional<BlockKey> planned(RegisterRow row, int address) {
    return plants
        .planFor(snapshot.identity())
        .filter(plan -> plan.kind().equals(inverter().kind().name()))
        .filter(plan -> plan.spec().contains(row.bank(), address))
        .map(plan -> key(plan.spec()))
        .findFirst();
  }

  private BlockKey key(BlockSpec spec) {
    return new BlockKey(inverter().address(), spec);
  }

  /**
   * Sends a write, once: whether it is sent again is decided after a reading.
   *
   * @return the value that the inverter says it stored
   */
  int write(RegisterWrite write) throws LinkException {
    unproved.add(write.register());
    written.put(write.register(), write.value());
    return link.write(write.register(), write.value());
  }

  /** What a register holds; empty if it was not read since it was last written. */
  Optional<Integer> held(RegisterRow row) {
    int word = snapshot.words(inverter().address()).word(row.bank(), row.address());
    return unproved.contains(row.address()) || word == Words.UNKNOWN
        ? Optional.empty()
        : Optional.of(word);
  }

  /** Whether it is known that a register holds what was to be written. */
  boolean holds(RegisterWrite write) {
    return held(write.row()).filter(word -> word == write.value()).isPresent();
  }

  private Device inverter() {
    return snapshot.topology().inverter();
  }
}
