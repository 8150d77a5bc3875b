package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.DeviceKind;
import givbridge.plant.PlanRow;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a plant was not looked at yet: addresses where a device may be, and blocks that a model
 * may have. What is silent is asked again after a while, since a dongle loses requests, and then
 * given up. Only the polling thread touches it.
 */
final class Exploration {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(2));

  private final List<Unknown> open = new ArrayList<>();
  private final Set<BlockKey> absent = new HashSet<>();

  /**
   * Something that may be there.
   *
   * @param kind the kind of device
   * @param key the block that would answer
   * @param device whether a device is looked for, else a block of one that is known
   */
  record Target(DeviceKind kind, BlockKey key, boolean device) {}

  private record Unknown(Target target, int tries, Instant due) {}

  /**
   * All that is open with a plant.
   *
   * @param known blocks that have answered already
   */
  void begin(PlantTables tables, Topology topology, Set<BlockKey> known, Instant now) {
    open.clear();
    absent.clear();
    tables
        .planFor(topology.identity())
        .filter(row -> row.keep() == PlanRow.Keep.IF_ANSWERED)
        .forEach(
            row ->
                topology
                    .of(row.kind())
                    .forEach(
                        device -> {
                          BlockKey key = new BlockKey(device.address(), row.spec());
                          if (!known.contains(key)) {
                            absent.add(key);
                            add(new Target(device.kind(), key, false), now);
                          }
                        }));
    for (DeviceKind kind : tables.kinds()) {
      if (Detection.isLookedFor(kind, topology.identity())) {
        kind.addresses().stream()
            .filter(a -> topology.of(kind.name()).noneMatch(device -> device.address() == a))
            .map(a -> new BlockKey(a, kind.page().orElseThrow()))
            .forEach(key -> add(new Target(kind, key, true), now));
      }
    }
  }

  private void add(Target target, Instant now) {
    open.add(new Unknown(target, 0, now));
  }

  /** What to look at now, if anything. */
  Optional<Target> next(Instant now) {
    return open.stream()
        .filter(unknown -> !unknown.due().isAfter(now))
        .map(Unknown::target)
        .findFirst();
  }

  /** It answered: it is settled, whatever it said. */
  void settled(Target target) {
    open.removeIf(unknown -> unknown.target().equals(target));
    absent.remove(target.key());
  }

  /** It was silent, or refused; true if it is given up. */
  boolean silent(Target target, Instant now) {
    @Nullable Unknown known =
        open.stream().filter(unknown -> unknown.target().equals(target)).findFirst().orElse(null);
    if (known == null) {
      return false;
    }
    open.remove(known);
    if (known.tries() >= PAUSES.size()) {
      return true;
    }
    open.add(new Unknown(target, known.tries() + 1, now.plus(PAUSES.get(known.tries()))));
    return false;
  }

  /** Blocks that are not known to exist, and so no part of a poll. */
  Set<BlockKey> absent() {
    return absent;
  }
}
