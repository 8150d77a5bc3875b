package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a plant was not looked at yet: addresses where a device may be, and blocks that a model
 * may have. What is silent is asked again after a while, since a dongle loses requests, and then
 * given up; so is an address that answers of nobody, where its kind may be late. Only the polling
 * thread touches it.
 */
final class Exploration {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(2));

  private final List<Unknown> open = new ArrayList<>();
  private final List<Target> closed = new ArrayList<>();
  private final Set<BlockKey> absent = new HashSet<>();

  private Optional<Surveyed> surveyed = Optional.empty();

  private record Unknown(Target target, int tries, Instant due) {}

  /**
   * By what it is known where to look: as long as it is the same, there is nothing to add. Blocks
   * that are read meanwhile are only less to look at.
   *
   * @param topology what the plant is made of
   * @param told what it tells of the number of its devices
   */
  record Surveyed(Topology topology, List<Integer> told) {}

  /** Everything that was settled or given up is open again. */
  void begin() {
    open.clear();
    closed.clear();
    absent.clear();
    surveyed = Optional.empty();
  }

  /** Whether everything was added that is to be looked at in such a plant. */
  boolean isSurveyed(Surveyed plant) {
    return surveyed.isPresent() && surveyed.get().equals(plant);
  }

  void surveyed(Surveyed plant) {
    surveyed = Optional.of(plant);
  }

  /** Adds what nobody has asked for yet. */
  void add(List<Target> targets, Instant now) {
    for (Target target : targets) {
      boolean known =
          open.stream().anyMatch(unknown -> unknown.target().isSameAs(target))
              || closed.stream().anyMatch(target::isSameAs);
      if (!known) {
        open.add(new Unknown(target, 0, now));
        if (target.what() == Target.What.OPTIONAL_BLOCK) {
          absent.add(target.key());
        }
      }
    }
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
    close(target);
    absent.remove(target.key());
  }

  /** It answered that there is no such block. */
  void withoutIt(Target target) {
    close(target);
  }

  /** Whether nobody knows of it yet. */
  boolean isOpen(Target target) {
    return open.stream().anyMatch(unknown -> unknown.target().equals(target));
  }

  private void close(Target target) {
    open.removeIf(unknown -> unknown.target().equals(target));
    closed.add(target);
  }

  /** It was silent, or refused; true if it is given up. */
  boolean silent(Target target, Instant now) {
    return later(target, PAUSES, now);
  }

  /** It answered of nobody, as an address does whose device is late: a few looks more are due. */
  void nobody(Target target, Instant now) {
    later(target, target.kind().again(), now);
  }

  private boolean later(Target target, List<Duration> pauses, Instant now) {
    Optional<Unknown> known =
        open.stream().filter(unknown -> unknown.target().equals(target)).findFirst();
    if (known.isEmpty()) {
      return false;
    }
    int tries = known.get().tries();
    if (tries >= pauses.size()) {
      close(target);
      return true;
    }
    open.remove(known.get());
    open.add(new Unknown(target, tries + 1, now.plus(pauses.get(tries))));
    return false;
  }

  /** Blocks that are not known to exist, and so no part of a poll. */
  Set<BlockKey> absent() {
    return absent;
  }
}
