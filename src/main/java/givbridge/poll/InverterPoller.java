package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.PlantState;
import givbridge.plant.PlantTables;
import givbridge.plant.PollReport;
import givbridge.plant.PollReport.BlockFailure;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import givbridge.registers.Words;
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
import java.util.stream.Collectors;

/**
 * Reads one plant. Polls never overlap; a block that gives no believable answer keeps its last good
 * one, and its age.
 */
public final class InverterPoller {
  /** So many silent blocks of the inverter in a row end a poll: the dongle answers nothing. */
  private static final int SILENT_LIMIT = 2;

  /** Many dongles close idle connections, so that a new one alone tells nothing. */
  private static final Duration AWAY = Duration.ofMinutes(5);

  private final PlantTables tables;
  private final BlockGuard guard;
  private final PlantLink link;
  private final PlantState state;
  private final PollSettings settings;
  private final Clock clock;
  private final PollListener listener;
  private final ReentrantLock onePollAtATime = new ReentrantLock(true);
  private final PollMemory memory = new PollMemory();

  public InverterPoller(
      PollTables tables,
      PlantLink link,
      PlantState state,
      PollSettings settings,
      Clock clock,
      PollListener listener) {
    this.tables = tables.plants();
    this.guard = new BlockGuard(tables.guards());
    this.link = link;
    this.state = state;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
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
      if (memory.isNewConnection(link.connection())) {
        afterReconnect();
      }
      return memory.topology().isEmpty() ? firstPoll() : regularPoll(full);
    } finally {
      onePollAtATime.unlock();
    }
  }

  /** After a time away the inverter may have been restarted, or given something new. */
  private void afterReconnect() {
    Optional<Snapshot> known = state.snapshot();
    Instant now = clock.instant();
    boolean wasAway =
        known
            .flatMap(Snapshot::newest)
            .filter(newest -> Duration.between(newest, now).compareTo(AWAY) > 0)
            .isPresent();
    if (wasAway) {
      memory.tryAllAgain();
      Snapshot snapshot = known.orElseThrow();
      Set<BlockKey> answered =
          snapshot.blocks().stream().map(b -> b.block().key()).collect(Collectors.toSet());
      memory.exploration().begin(tables, snapshot.topology(), answered, now);
    }
  }

  private Snapshot firstPoll() throws LinkException {
    Instant started = clock.instant();
    Detection.Found found = new Detection(tables, guard, link).start();
    Topology topology = found.topology();
    memory.found(topology, new BlockReader(tables, topology.identity()));
    memory.exploration().begin(tables, topology, Set.of(), started);
    listener.found(topology);
    Collected collected = new Collected(topology, started, true);
    Map<BlockKey, Block> fresh = new HashMap<>();
    found.blocks().forEach(block -> fresh.put(block.key(), block));
    read(collected, fresh);
    return finish(collected);
  }

  /** Whether {@link #explore} would look at something now. */
  public boolean hasMore() {
    onePollAtATime.lock();
    try {
      return memory.exploration().next(clock.instant()).isPresent();
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
      Optional<Snapshot> known = state.snapshot();
      Optional<Exploration.Target> next = memory.exploration().next(clock.instant());
      return known.isPresent() && next.isPresent() && memory.topology().isPresent()
          ? explore(known.get(), next.get())
          : Optional.empty();
    } finally {
      onePollAtATime.unlock();
    }
  }

  private Optional<Snapshot> explore(Snapshot known, Exploration.Target target)
      throws LinkException {
    try {
      Optional<Snapshot> found =
          target.device() ? lookForDevice(known, target) : lookForBlock(known, target);
      memory.exploration().settled(target);
      return found;
    } catch (LinkException e) {
      if (e.why() == LinkException.Cause.OFFLINE) {
        throw e;
      }
      if (memory.exploration().silent(target, clock.instant()) && !target.device()) {
        listener.absent(target.key());
      }
      return Optional.empty();
    }
  }

  private Optional<Snapshot> lookForDevice(Snapshot known, Exploration.Target target)
      throws LinkException {
    Optional<Detection.Found> found =
        new Detection(tables, guard, link)
            .look(known.topology(), target.kind(), target.key().address());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Topology topology = found.get().topology();
    memory.found(topology, new BlockReader(tables, topology.identity()));
    listener.found(topology);
    Collected collected = new Collected(topology, clock.instant(), false);
    known.blocks().forEach(collected::keep);
    for (Block block : found.get().blocks()) {
      device(topology, block.key()).ifPresent(it -> collected.keep(readAlone(it, block)));
    }
    return Optional.of(
        state.accept(new Snapshot(topology, collected.blocks.values(), known.report())));
  }

  private static Optional<Device> device(Topology topology, BlockKey key) {
    return topology.devices().stream().filter(d -> d.address() == key.address()).findFirst();
  }

  private ReadBlock readAlone(Device device, Block block) {
    return memory.reader().read(device, block, (bank, register) -> Words.UNKNOWN);
  }

  private Optional<Snapshot> lookForBlock(Snapshot known, Exploration.Target target)
      throws LinkException {
    Collected collected = new Collected(known.topology(), clock.instant(), false);
    known.blocks().forEach(collected::keep);
    Device device = device(known.topology(), target.key()).orElse(known.topology().inverter());
    Block block = link.read(target.key(), Purpose.PROBE);
    take(collected, new ReadPlan.Due(device, target.key(), true), block);
    return collected.taken == 0
        ? Optional.empty()
        : Optional.of(
            state.accept(
                new Snapshot(known.topology(), collected.blocks.values(), known.report())));
  }

  private Snapshot regularPoll(boolean full) throws LinkException {
    Instant now = clock.instant();
    Topology topology = memory.topology().orElseThrow();
    boolean settings =
        full
            || memory.lastFull().isEmpty()
            || Duration.between(memory.lastFull().get(), now).compareTo(this.settings.full()) >= 0;
    Collected collected = new Collected(topology, now, settings);
    state.snapshot().ifPresent(before -> before.blocks().forEach(collected::keep));
    read(collected, Map.of());
    return finish(collected);
  }

  private void read(Collected collected, Map<BlockKey, Block> fresh) throws LinkException {
    int silent = 0;
    LinkException last = null;
    for (ReadPlan.Due due :
        ReadPlan.due(tables, collected.topology, collected.full, memory.again(), memory.absent())) {
      Block block;
      try {
        block = fresh.containsKey(due.key()) ? fresh.get(due.key()) : ask(due);
      } catch (LinkException e) {
        last = e;
        fail(collected, due, e);
        silent = silentSoFar(silent, due, e);
        if (e.why() == LinkException.Cause.OFFLINE || silent >= SILENT_LIMIT) {
          collected.aborted = true;
          break;
        }
        continue;
      }
      silent = 0;
      take(collected, due, block);
    }
    if (collected.taken == 0) {
      throw last != null
          ? last
          : new LinkException(
              LinkException.Cause.REFUSED, "no block of the inverter was believable");
    }
  }

  private Block ask(ReadPlan.Due due) throws LinkException {
    return link.read(due.key(), due.optional() ? Purpose.PROBE : Purpose.POLL);
  }

  /** A pack or a meter may be silent alone, and an optional block always is where it is absent. */
  private static int silentSoFar(int silent, ReadPlan.Due due, LinkException e) {
    if (e.why() != LinkException.Cause.NO_ANSWER) {
      return 0;
    }
    return due.device().isInverter() && !due.optional() ? silent + 1 : silent;
  }

  private void take(Collected collected, ReadPlan.Due due, Block block) throws LinkException {
    Device device = due.device();
    Words others =
        (bank, register) ->
            collected.blocks.values().stream()
                .filter(b -> b.block().key().address() == device.address())
                .filter(b -> b.block().key().spec().contains(bank, register))
                .findFirst()
                .map(b -> b.block().word(bank, register))
                .orElse(Words.UNKNOWN);
    ReadBlock read = memory.reader().read(device, block, others);
    Verdict verdict =
        guard.judge(
            device,
            read,
            Optional.ofNullable(collected.blocks.get(block.key())),
            memory.suspicion(block.key()));
    memory.remember(block.key(), verdict.remember());
    if (verdict instanceof Verdict.Refused refused) {
      memory.failed(due.key(), false);
      listener.refused(block.key(), refused.reason().word(), refused.detail());
      collected.failures.add(new BlockFailure(block.key(), refused.detail()));
      checkIdentity(collected, refused, block);
    } else if (isAnother(device, read)) {
      collected.exchanged = true;
    } else {
      memory.answered(due.key());
      collected.take(read);
    }
  }

  /** Whether a device has been exchanged since it was found, such as a battery pack. */
  private static boolean isAnother(Device device, ReadBlock read) {
    return device
        .kind()
        .keyField()
        .map(field -> read.readings().get(field))
        .flatMap(Reading::known)
        .filter(value -> value instanceof Value.Text text && !text.text().equals(device.key()))
        .isPresent();
  }

  /** Another valid identity twice in a row means that another inverter answers here. */
  private void checkIdentity(Collected collected, Verdict.Refused refused, Block block)
      throws LinkException {
    if (refused.reason() != Verdict.Reason.WRONG_IDENTITY || refused.suspicion().times() < 2) {
      return;
    }
    Optional<Identity> now = Identification.identity(tables, block);
    if (now.isPresent()) {
      String before = collected.topology.identity().serial();
      memory.forget();
      state.clear();
      listener.identityChanged(before, now.get().serial());
      throw new LinkException(
          LinkException.Cause.REFUSED, "another inverter answers now; it is looked at anew");
    }
  }

  private void fail(Collected collected, ReadPlan.Due due, LinkException e) {
    String reason = e.getMessage() == null ? e.why().name() : e.getMessage();
    collected.failures.add(new BlockFailure(due.key(), reason));
    if (e.why() != LinkException.Cause.OFFLINE && memory.failed(due.key(), due.optional())) {
      listener.absent(due.key());
    }
  }

  private Snapshot finish(Collected collected) {
    Instant now = clock.instant();
    if (collected.full && !collected.aborted) {
      memory.fullDone(now);
    }
    if (collected.exchanged) {
      memory.forget();
    }
    Duration took = Duration.between(collected.started, now);
    PollReport report =
        new PollReport(
            memory.next(),
            collected.full,
            collected.started,
            took,
            collected.failures,
            took.compareTo(settings.quick()) > 0);
    return state.accept(new Snapshot(collected.topology, collected.blocks.values(), report));
  }

  /** What one poll brings together. */
  private static final class Collected {
    private final Topology topology;
    private final Instant started;
    private final boolean full;
    private final Map<BlockKey, ReadBlock> blocks = new HashMap<>();
    private final List<BlockFailure> failures = new ArrayList<>();
    private int taken;
    private boolean aborted;
    private boolean exchanged;

    Collected(Topology topology, Instant started, boolean full) {
      this.topology = topology;
      this.started = started;
      this.full = full;
    }

    void keep(ReadBlock block) {
      blocks.put(block.block().key(), block);
    }

    void take(ReadBlock block) {
      keep(block);
      taken++;
    }
  }
}
