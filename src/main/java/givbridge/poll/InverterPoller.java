package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.Identity;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantState;
import givbridge.plant.PlantTables;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads one plant. Polls never overlap; a block that gives no believable answer keeps its last good
 * one, and its age.
 */
public final class InverterPoller {
  /** Many dongles close idle connections, so that a new one alone tells nothing. */
  private static final Duration AWAY = Duration.ofMinutes(5);

  private final PollTables tables;
  private final PollSettings settings;
  private final PollSurroundings around;
  private final ReentrantLock onePollAtATime = new ReentrantLock(true);
  private final PollMemory memory = new PollMemory();
  private final Explorer explorer;
  private final Upkeep upkeep;

  /** A poller that remembers no plant from before. */
  public InverterPoller(
      PollTables tables,
      PlantLink link,
      PlantState state,
      PollSettings settings,
      Clock clock,
      PollListener listener) {
    this(tables, settings, new PollSurroundings(link, state, clock, listener, TopologyMemory.NONE));
  }

  public InverterPoller(PollTables tables, PollSettings settings, PollSurroundings around) {
    this.tables = tables;
    this.settings = settings;
    this.around = around;
    this.explorer = new Explorer(tables, around, memory);
    this.upkeep = new Upkeep(tables.plants());
  }

  /**
   * Reads what is due, and all settings where asked or due.
   *
   * @param full read all settings, whenever they were last read
   * @return the new snapshot; it may be older in parts, see its report
   * @throws LinkException if nothing at all could be read; what was known stays
   */
  public Snapshot poll(boolean full) throws LinkException {
    onePollAtATime.lock();
    try {
      if (memory.isNewConnection(around.link().connection())) {
        afterReconnect();
      }
      return memory.topology().isEmpty() ? firstPoll() : regularPoll(full);
    } finally {
      onePollAtATime.unlock();
    }
  }

  /** After a time away the inverter may have been restarted, or given something new. */
  private void afterReconnect() {
    Instant now = now();
    around
        .state()
        .snapshot()
        .filter(
            known ->
                known
                    .newest()
                    .filter(newest -> Duration.between(newest, now).compareTo(AWAY) > 0)
                    .isPresent())
        .ifPresent(
            known -> {
              memory.tryAllAgain();
              explorer.survey(known);
            });
  }

  private Instant now() {
    return around.clock().instant();
  }

  private PlantTables plants() {
    return tables.plants();
  }

  private Snapshot firstPoll() throws LinkException {
    Optional<Topology> remembered =
        around.memory().recall().flatMap(memo -> memo.restore(plants()));
    if (remembered.isPresent()) {
      Topology topology = remembered.get();
      Block identity =
          around
              .link()
              .read(topology.inverter().block(Identification.IDENTITY_BLOCK), Purpose.POLL);
      if (isOf(topology.identity(), identity)) {
        return knownPoll(topology, identity);
      }
    }
    return newPoll();
  }

  private boolean isOf(Identity known, Block block) {
    return Identification.identity(plants(), block)
        .filter(now -> now.serial().equals(known.serial()))
        .filter(now -> now.typeCode().equals(known.typeCode()) && now.arm() == known.arm())
        .isPresent();
  }

  /**
   * A plant that is as it was before the start: its settings are read right after the first data.
   */
  private Snapshot knownPoll(Topology topology, Block identity) throws LinkException {
    begin(topology);
    PollRound round = round();
    round.read(firstTurn(topology, 0, false), Map.of(identity.key(), identity));
    return finish(round, false);
  }

  private Snapshot newPoll() throws LinkException {
    Detection.Found found = new Detection(tables, around.link()).start();
    begin(found.topology());
    around.memory().remember(PlantMemo.of(found.topology()));
    Map<BlockKey, Block> fresh = new HashMap<>();
    found.blocks().forEach(block -> fresh.put(block.key(), block));
    PollRound round = round();
    round.read(firstTurn(found.topology(), 1, true), fresh);
    return finish(round, true);
  }

  private void begin(Topology topology) {
    memory.found(plants(), topology);
    around.listener().found(topology);
  }

  private PollRound round() {
    return new PollRound(tables, around, memory);
  }

  /** The first data do not wait for what the inverter may not have; that is looked for next. */
  private ReadPlan.Turn firstTurn(Topology topology, long number, boolean full) {
    return new ReadPlan.Turn(number, full, Set.of(), memory.plan(plants(), topology).optional());
  }

  private ReadPlan.Turn turn(boolean full) {
    return new ReadPlan.Turn(memory.polls() + 1, full, memory.again(), memory.absent());
  }

  /** Whether {@link #explore} would look at something now. */
  public boolean hasMore() {
    onePollAtATime.lock();
    try {
      return memory.exploration().next(now()).isPresent();
    } finally {
      onePollAtATime.unlock();
    }
  }

  /**
   * Looks at one thing that the plant may have and nobody knows yet: an address, or a block.
   *
   * @return a new snapshot if something was found; empty if not, or there is nothing to look for
   * @throws LinkException if there is no connection
   */
  public Optional<Snapshot> explore() throws LinkException {
    onePollAtATime.lock();
    try {
      Optional<Snapshot> known = around.state().snapshot();
      Optional<Target> next = memory.exploration().next(now());
      return known.isPresent() && next.isPresent() && memory.topology().isPresent()
          ? explorer.explore(known.get(), next.get())
          : Optional.empty();
    } finally {
      onePollAtATime.unlock();
    }
  }

  private Snapshot regularPoll(boolean full) throws LinkException {
    boolean settingsToo =
        full
            || memory
                .lastFull()
                .map(last -> Duration.between(last, now()).compareTo(settings.full()) >= 0)
                .orElse(true);
    PollRound round = round();
    around.state().snapshot().ifPresent(before -> round.with(before.blocks()));
    round.read(turn(settingsToo), Map.of());
    return finish(round, settingsToo);
  }

  private Snapshot finish(PollRound round, boolean full) {
    if (full && !round.wasAborted()) {
      memory.fullDone(now());
    }
    Snapshot read = round.snapshot(round.report(full, settings.quick()));
    Topology known = read.topology();
    Optional<Topology> changed = upkeep.changed(known, read.words(known.inverter().address()));
    if (round.sawAnother()) {
      memory.forget();
      return around.state().accept(read);
    }
    if (changed.isPresent()) {
      begin(changed.get());
      around.memory().remember(PlantMemo.of(changed.get()));
      read = decodedAnew(read, changed.get());
    }
    explorer.survey(read);
    return around.state().accept(read);
  }

  /** The same words, as an inverter that can do other things means them. */
  private Snapshot decodedAnew(Snapshot read, Topology topology) {
    List<ReadBlock> blocks = new ArrayList<>();
    for (ReadBlock block : read.blocks()) {
      topology.devices().stream()
          .filter(device -> !device.kind().isTold() && device.seat().equals(block.seat()))
          .findFirst()
          .map(device -> memory.reader().read(device, block.block(), read.words(device.address())))
          .ifPresent(blocks::add);
    }
    return new Snapshot(topology, blocks, read.report());
  }
}
