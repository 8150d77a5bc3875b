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
    for (Rule rule : rules) {
      switch (rule.kind()) {
        case IDENTITY -> collect(rule, before.readings(), now.readings(), found.identity);
        case CONSTANT -> collect(rule, before.readings(), now.readings(), found.constants);
        case JUMP -> collect(rule, before.readings(), now.readings(), found.jumps);
        case ZEROS, FILLED -> {}
      }
    }
    return found;
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
    Readings readings = now.readings();
    for (int i = 0; i < readings.size(); i++) {
      Value from = value(before.readings().likeAt(readings, i));
      Value to = value(readings.at(i));
      if (!isSame(from, to) && !registers.allow(readings.name(i), from, to, passed)) {
        leaps.add(readings.name(i));
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
  private static void collect(Rule rule, Readings before, Readings now, List<String> differing) {
    int first = differing.size();
    for (int i = 0; i < now.size(); i++) {
      Value from = value(before.likeAt(now, i));
      Value to = value(now.at(i));
      if (!isSame(from, to) && rule.names(now.name(i)) && differs(rule, from, to)) {
        differing.add(now.name(i));
      }
    }
    for (int i = 0; i < before.size(); i++) {
      boolean gone = now.likeAt(before, i) == null && rule.names(before.name(i));
      if (gone && differs(rule, value(before.at(i)), null)) {
        differing.add(before.name(i));
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
