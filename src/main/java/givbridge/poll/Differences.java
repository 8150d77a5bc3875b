package givbridge.poll;

import givbridge.plant.BlockSpec;
import givbridge.plant.ReadBlock;
import givbridge.poll.GuardTables.Rule;
import givbridge.poll.Steps.Registers;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which watched fields two blocks of one key differ.
 *
 * @param identity fields that tell which device answers
 * @param constants fields that never change
 * @param jumps fields that moved further than they can between two polls
 */
record Differences(List<String> identity, List<String> constants, List<String> jumps) {
  private static final Reading NEVER = Reading.unknown(Reading.Why.NEVER_READ);

  /** Compares a block with the one before it, by the rules for blocks of this key. */
  static Differences between(List<Rule> rules, ReadBlock before, ReadBlock now) {
    Differences found = new Differences(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Rule rule : rules) {
      for (String field : fields(rule, before, now)) {
        found.compare(
            rule,
            field,
            before.readings().getOrDefault(field, NEVER),
            now.readings().getOrDefault(field, NEVER));
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
    now.readings()
        .forEach(
            (field, reading) -> {
              Value from = before.readings().getOrDefault(field, NEVER).known().orElse(null);
              if (!registers.allow(field, from, reading.known().orElse(null), passed)) {
                leaps.add(field);
              }
            });
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

  private static Set<String> fields(Rule rule, ReadBlock before, ReadBlock now) {
    if (rule.namesOne()) {
      boolean there =
          before.readings().containsKey(rule.field()) || now.readings().containsKey(rule.field());
      return there ? Set.of(rule.field()) : Set.of();
    }
    Set<String> fields = new TreeSet<>();
    for (Map<String, Reading> readings : List.of(before.readings(), now.readings())) {
      readings.keySet().stream().filter(rule::names).forEach(fields::add);
    }
    return fields;
  }

  private void compare(Rule rule, String field, Reading before, Reading now) {
    boolean same = before.known().equals(now.known());
    switch (rule.kind()) {
      case IDENTITY -> addUnless(same, field, identity);
      case CONSTANT -> addUnless(same, field, constants);
      case JUMP -> addUnless(!jumped(rule, before, now), field, jumps);
      case ZEROS, FILLED -> {}
    }
  }

  private static void addUnless(boolean fine, String field, List<String> list) {
    if (!fine) {
      list.add(field);
    }
  }

  /** A number that is none any more has left all bounds: that is a jump too. */
  private static boolean jumped(Rule rule, Reading before, Reading now) {
    if (!(before.known().orElse(null) instanceof Value.Amount from)) {
      return false;
    }
    return !(now.known().orElse(null) instanceof Value.Amount to)
        || to.number().subtract(from.number()).abs().compareTo(rule.limit().orElseThrow()) > 0;
  }
}
