package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.poll.Verdict.Suspicion;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a poller remembers from one poll to the next. Only the polling thread touches it. */
final class PollMemory {
  /** An optional block is given up, and a failed block of a full poll tried again, so often. */
  private static final int FAILURES = 3;

  private Optional<Topology> topology = Optional.empty();
  private @Nullable BlockReader reader;
  private @Nullable ReadPlan plan;
  private final Map<BlockKey, Suspicion> suspicions = new HashMap<>();
  private final Map<BlockKey, Integer> failures = new HashMap<>();
  private final Set<BlockKey> absent = new HashSet<>();
  private final Exploration exploration = new Exploration();
  private final Away away = new Away();
  private Optional<Instant> lastFull = Optional.empty();
  private long connection;
  private long polls;

  Optional<Topology> topology() {
    return topology;
  }

  BlockReader reader() {
    return Objects.requireNonNull(reader, "nothing was found yet");
  }

  /** What is read of that plant; of the one that was asked for last it is at hand. */
  ReadPlan plan(PlantTables tables, Topology of) {
    ReadPlan known = plan;
    if (known != null && known.isOf(of)) {
      return known;
    }
    ReadPlan made = new ReadPlan(tables, of);
    plan = made;
    return made;
  }

  void found(PlantTables tables, Topology found) {
    topology = Optional.of(found);
    reader = new BlockReader(tables, found.identity());
  }

  void forget() {
    topology = Optional.empty();
    suspicions.clear();
    failures.clear();
    absent.clear();
    away.clear();
    exploration.begin();
    lastFull = Optional.empty();
  }

  /** Whether the connection is another one than at the last call. */
  boolean isNewConnection(long number) {
    boolean other = number != connection;
    connection = number;
    return other;
  }

  /** What was given up is worth a try again. */
  void tryAllAgain() {
    absent.clear();
    failures.clear();
    away.clear();
    exploration.begin();
  }

  Optional<Suspicion> suspicion(BlockKey key) {
    return Optional.ofNullable(suspicions.get(key));
  }

  void remember(BlockKey key, Optional<Suspicion> suspicion) {
    if (suspicion.isPresent()) {
      suspicions.put(key, suspicion.get());
    } else {
      suspicions.remove(key);
    }
  }

  void answered(BlockKey key) {
    failures.remove(key);
  }

  /** Counts a failure; true if the block is given up for this connection. */
  boolean failed(BlockKey key, boolean optional) {
    int times = failures.merge(key, 1, Integer::sum);
    return optional && times >= FAILURES && absent.add(key);
  }

  /** Blocks that failed lately and are to be tried again without waiting for their turn. */
  Set<BlockKey> again() {
    Set<BlockKey> again = new HashSet<>();
    for (Map.Entry<BlockKey, Integer> failed : failures.entrySet()) {
      if (failed.getValue() <= FAILURES) {
        again.add(failed.getKey());
      }
    }
    return again;
  }

  Set<BlockKey> absent() {
    Set<BlockKey> all = new HashSet<>(absent);
    all.addAll(exploration.absent());
    return all;
  }

  Away away() {
    return away;
  }

  Exploration exploration() {
    return exploration;
  }

  Optional<Instant> lastFull() {
    return lastFull;
  }

  void fullDone(Instant at) {
    lastFull = Optional.of(at);
  }

  /** Polls so far. */
  long polls() {
    return polls;
  }

  long next() {
    return ++polls;
  }
}
