package givbridge.poll;

import givbridge.link.Ask;
import givbridge.link.LinkException;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.PlantTables;
import givbridge.plant.PollReport;
import givbridge.plant.PollReport.BlockFailure;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Reading;
import givbridge.registers.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One poll: reads what is due, judges it, and brings it together with what was known. */
final class PollRound {
  /** So often is a block read in a poll until two of its replies agree. */
  private static final int MOST_READS = 3;

  private final PlantTables tables;
  private final BlockGuard guard;
  private final PollSurroundings around;
  private final PollMemory memory;
  private final Topology topology;
  private final Instant started;
  private final Map<BlockKey, ReadBlock> blocks = new HashMap<>();
  private final List<BlockFailure> failures = new ArrayList<>();
  private int taken;
  private boolean aborted;
  private boolean exchanged;

  PollRound(PollTables tables, PollSurroundings around, PollMemory memory) {
    this.tables = tables.plants();
    this.guard = new BlockGuard(tables.guards());
    this.around = around;
    this.memory = memory;
    this.topology = memory.topology().orElseThrow();
    this.started = around.clock().instant();
  }

  /** Keeps blocks of before, until newer ones come. */
  PollRound with(Collection<ReadBlock> known) {
    for (ReadBlock block : known) {
      blocks.put(block.block().key(), block);
    }
    return this;
  }

  /** Whether nothing new was taken up. */
  boolean isEmpty() {
    return taken == 0;
  }

  /** Whether the dongle fell silent before everything was asked. */
  boolean wasAborted() {
    return aborted;
  }

  /** Whether a device turned out to be another one than was found at its place. */
  boolean sawAnother() {
    return exchanged;
  }

  /** What is known now. */
  Snapshot snapshot(PollReport report) {
    return new Snapshot(topology, blocks.values(), report);
  }

  /** How it went. */
  PollReport report(boolean full, Duration period) {
    Duration took = Duration.between(started, around.clock().instant());
    return new PollReport(memory.next(), full, started, took, failures, took.compareTo(period) > 0);
  }

  /**
   * Reads the blocks of a poll.
   *
   * @param fresh blocks that were read just now
   * @throws LinkException if nothing at all could be read
   */
  void read(ReadPlan.Turn turn, Map<BlockKey, Block> fresh) throws LinkException {
    DueBlocks blocksDue = new DueBlocks(this, due(turn), fresh);
    List<Ask> asks = new ArrayList<>();
    for (ReadPlan.Due block : blocksDue.missing()) {
      asks.add(ask(block));
    }
    aborted = !around.link().readAll(asks, blocksDue);
    if (!aborted) {
      blocksDue.takeFresh();
    }
    if (taken == 0) {
      throw blocksDue
          .failure()
          .orElseGet(
              () ->
                  new LinkException(
                      LinkException.Cause.REFUSED, "no block of the inverter was believable"));
    }
  }

  private List<ReadPlan.Due> due(ReadPlan.Turn turn) {
    List<ReadPlan.Due> due = new ArrayList<>();
    for (ReadPlan.Due block : memory.plan(tables, topology).due(turn)) {
      if (!memory.away().rests(block.device(), started)) {
        due.add(block);
      }
    }
    return due;
  }

  private Ask ask(ReadPlan.Due due) {
    boolean doubtful = due.optional() || memory.away().isAway(due.device());
    return new Ask(due.key(), doubtful ? Purpose.PROBE : Purpose.POLL);
  }

  /** Notes that a block was not to be had. */
  void fail(ReadPlan.Due due, LinkException e) {
    String reason = e.getMessage() == null ? e.why().name() : e.getMessage();
    failures.add(new BlockFailure(due.key(), reason));
    if (e.why() == LinkException.Cause.OFFLINE) {
      return;
    }
    if (memory.failed(due.key(), due.optional())) {
      around.listener().absent(due.key());
    }
    if (memory.away().silent(due.device(), around.clock().instant())) {
      around.listener().vanished(due.device());
    }
  }

  /** Whether a block holds nothing although such a block would: the device does not have it. */
  boolean isVoid(Device device, Block block) {
    return guard.isVoid(device, block);
  }

  /** Takes a block up if it is believed; one that is unlikely is asked for once more. */
  void take(Device device, Block block) throws LinkException {
    Judged judged = judge(device, block);
    for (int reads = 1; reads < MOST_READS && judged.isUnlikely(); reads++) {
      judged = judgedAgain(device, judged);
    }
    if (memory.away().isAway(device)) {
      around.listener().returned(device);
    }
    memory.away().answered(device);
    if (judged.verdict() instanceof Verdict.Refused refused) {
      memory.failed(block.key(), false);
      tell(block.key(), refused);
      failures.add(new BlockFailure(block.key(), refused.detail()));
      checkIdentity(refused, judged.read().block());
    } else if (isAnother(device, judged.read())) {
      exchanged = true;
    } else {
      memory.answered(block.key());
      blocks.put(block.key(), judged.read());
      taken++;
    }
  }

  /** A block with what is thought of it. */
  private record Judged(ReadBlock read, Verdict verdict) {
    boolean isUnlikely() {
      return verdict instanceof Verdict.Refused refused
          && refused.reason() == Verdict.Reason.UNLIKELY;
    }
  }

  private Judged judge(Device device, Block block) {
    Optional<ReadBlock> good = Optional.ofNullable(blocks.get(block.key()));
    ReadBlock read = memory.reader().read(device, block, words(device.address()), good);
    Verdict verdict =
        guard.judge(device, read, good, memory.suspicion(block.key()), blocks.values());
    memory.remember(block.key(), verdict.remember());
    return new Judged(read, verdict);
  }

  /** A change shows again in the next reply, garbage does not. */
  private Judged judgedAgain(Device device, Judged first) {
    BlockKey key = first.read().block().key();
    try {
      Judged second = judge(device, around.link().read(key, Purpose.POLL));
      if (first.verdict() instanceof Verdict.Refused garbage && isAsBefore(device, second.read())) {
        tell(key, garbage);
      }
      return second;
    } catch (LinkException e) {
      // The next block will tell whether the dongle is gone; this one may come in the next poll.
      return first;
    }
  }

  private boolean isAsBefore(Device device, ReadBlock read) {
    Optional<ReadBlock> good = Optional.ofNullable(blocks.get(read.block().key()));
    return guard.judge(device, read, good, Optional.empty()) instanceof Verdict.Accepted;
  }

  private void tell(BlockKey key, Verdict.Refused refused) {
    around.listener().refused(key, refused.reason().word(), refused.detail());
  }

  /** The words at an address, over all blocks that are known. */
  Words words(int address) {
    return (bank, register) -> {
      for (ReadBlock block : blocks.values()) {
        BlockKey key = block.block().key();
        if (key.address() == address && key.spec().contains(bank, register)) {
          return block.block().word(bank, register);
        }
      }
      return Words.UNKNOWN;
    };
  }

  /** Whether a device has been exchanged since it was found, such as a battery pack. */
  private static boolean isAnother(Device device, ReadBlock read) {
    Reading never = Reading.unknown(Reading.Why.NEVER_READ);
    return device
        .kind()
        .keyOf(field -> read.readings().getOrDefault(field, never))
        .filter(key -> !key.equals(device.key()))
        .isPresent();
  }

  /** Another valid identity twice in a row means that another inverter answers here. */
  private void checkIdentity(Verdict.Refused refused, Block block) throws LinkException {
    if (refused.reason() != Verdict.Reason.WRONG_IDENTITY || refused.suspicion().times() < 2) {
      return;
    }
    Optional<Identity> now = Identification.identity(tables, block);
    if (now.isPresent()) {
      String before = topology.identity().serial();
      memory.forget();
      around.state().clear();
      around.listener().identityChanged(before, now.get().serial());
      throw new LinkException(
          LinkException.Cause.REFUSED, "another inverter answers now; it is looked at anew");
    }
  }
}
