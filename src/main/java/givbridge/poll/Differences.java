package givbridge.poll;

import givbridge.plant.BlockSpec;
import givbridge.plant.ReadBlock;
import givbridge.plant.Readings;
import givbridge.poll.GuardTables.Kind;
import givbridge.poll.GuardTables.Rule;
import givbridge.poll.Steps.Registers;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which watched fields two blocks of one key differ.
 *
 * @param identity fields that tell which device answers
 * @param constants fields that never change
 * @param jumps fields that moved further than they can between two polls
 */
record Differences(List<String> identity, List<String> constants, List<String> jumps) {
  /** Compares a block with the one before it, by the rules for blocks of this key. */
  static Differences between(List<Rule> rules, ReadBlock before, ReadBlock now) {
    Differences found = new Differences(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Change> changes = changes(before.readings(), now.readings());
    changes.addAll(gone(before.readings(), now.readings()));
    for (Rule rule : rules) {
      switch (rule.kind()) {
        case IDENTITY -> collect(rule, changes, found.identity);
        case CONSTANT -> collect(rule, changes, found.constants);
        case JUMP -> collect(rule, changes, found.jumps);
        case ZEROS, FILLED -> {}
      }
    }
    return found;
  }

  /** A field that may say something else than before; without a value: it says nothing. */
  private record Change(String field, @Nullable Value from, @Nullable Value to) {}

  /** Those that the block has now: few, so that no rule has to look at all fields. */
  private static List<Change> changes(Readings before, Readings now) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Value from = value(before.likeAt(now, i));
      Value to = value(now.at(i));
      if (!isSame(from, to)) {
        changes.add(new Change(now.name(i), from, to));
      }
    }
    return changes;
  }

  /** Those that the block has no more, as its registers may come to mean something else. */
  private static List<Change> gone(Readings before, Readings now) {
    List<Change> gone = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (now.likeAt(before, i) == null) {
        gone.add(new Change(before.name(i), value(before.at(i)), null));
      }
    }
    return gone;
  }

  /** Whether no watched field differs, whichever block came first. */
  static boolean none(List<Rule> rules, ReadBlock one, ReadBlock other) {
    return between(rules, one, other).isEmpty() && between(rules, other, one).isEmpty();
  }

  /**
   * What moved further than it does from one read to the next: fields, and registers without one
   * that became 0 or were 0.
   */
  static List<String> leaps(Registers registers, ReadBlock before, ReadBlock now) {
    Duration passed = Duration.between(before.block().at(), now.block().at());
    List<String> leaps = new ArrayList<>();
    for (Change change : changes(before.readings(), now.readings())) {
      if (!registers.allow(change.field(), change.from(), change.to(), passed)) {
        leaps.add(change.field());
      }
    }
    BlockSpec spec = now.block().key().spec();
    for (int place = 0; place < spec.count(); place++) {
      int register = spec.base() + place;
      boolean appeared = before.block().wordAt(place) == 0 != (now.block().wordAt(place) == 0);
      if (appeared && !registers.names(spec.bank(), register - now.seat().offset())) {
        leaps.add(spec.bank() + " " + register);
      }
    }
    leaps.sort(null);
    return leaps;
  }

  boolean isEmpty() {
    return identity.isEmpty() && constants.isEmpty() && jumps.isEmpty();
  }

  /** Adds the fields that differ, in the order of their names. */
  private static void collect(Rule rule, List<Change> changes, List<String> differing) {
    int first = differing.size();
    for (Change change : changes) {
      if (rule.names(change.field()) && differs(rule, change.from(), change.to())) {
        differing.add(change.field());
      }
    }
    differing.subList(first, differing.size()).sort(null);
  }

  /** Words that did not change are decoded once; but a clock that stands still is none. */
  private static boolean isSame(@Nullable Value before, @Nullable Value now) {
    return before == now && !(now instanceof Value.Moment);
  }

  private static boolean differs(Rule rule, @Nullable Value before, @Nullable Value now) {
    return rule.kind() == Kind.JUMP ? jumped(rule, before, now) : !Objects.equals(before, now);
  }

  private static @Nullable Value value(@Nullable Reading reading) {
    return reading instanceof Reading.Known known ? known.value() : null;
  }

  /** A number that is none any more has left all bounds: that is a jump too. */
  private static boolean jumped(Rule rule, @Nullable Value before, @Nullable Value now) {
    if (!(before instanceof Value.Amount from)) {
      return false;
    }
    return !(now instanceof Value.Amount to)
        || to.number().subtract(from.number()).abs().compareTo(rule.limit().orElseThrow()) > 0;
  }
}
