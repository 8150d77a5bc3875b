package givbridge.poll;

import givbridge.plant.Block;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.ReadBlock;
import givbridge.plant.Readings;
import givbridge.poll.GuardTables.Kind;
import givbridge.poll.GuardTables.Rule;
import givbridge.poll.Steps.Registers;
import givbridge.poll.Verdict.Accepted;
import givbridge.poll.Verdict.Reason;
import givbridge.poll.Verdict.Refused;
import givbridge.poll.Verdict.Suspicion;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges blocks whose checksum is right but whose content may not be.
 *
 * <p>Sources: the fingerprints and limits that givenergy-modbus found in recordings of real
 * dongles. One field that jumped may be real, so it is believed when the next block says the same;
 * several are a splice, believed when three agree; constants that changed must do so for ten blocks
 * and fifteen minutes. Blocks agree when none of them would be refused after the other. Another
 * identity is never believed here: the poller looks at the plant anew. What none of these rules
 * forbids, but moved further than its step, is unlikely: it is believed when the next block, which
 * the poller asks for at once, is within a step of it.
 */
final class BlockGuard {
  private static final Duration JUMPS_COUNT_FOR = Duration.ofMinutes(5);
  private static final int AGREE_ONE_FIELD = 2;
  private static final int AGREE_SPLICE = 3;
  private static final int AGREE_CONSTANT = 10;
  private static final Duration CONSTANT_FOR = Duration.ofMinutes(15);

  private final GuardTables tables;

  BlockGuard(GuardTables tables) {
    this.tables = tables;
  }

  /**
   * Judges a block.
   *
   * @param good the last block of this key that was believed
   * @param suspicion what the verdict on the block before this one said to remember
   */
  Verdict judge(
      Device device, ReadBlock candidate, Optional<ReadBlock> good, Optional<Suspicion> suspicion) {
    return judge(device, candidate, good, suspicion, List.of());
  }

  /**
   * As {@link #judge(Device, ReadBlock, Optional, Optional)}.
   *
   * @param others blocks of the plant of which a part may have come in place of this one's
   */
  Verdict judge(
      Device device,
      ReadBlock candidate,
      Optional<ReadBlock> good,
      Optional<Suspicion> suspicion,
      Collection<ReadBlock> others) {
    Block block = candidate.block();
    List<Rule> rules = rulesFor(device, block);
    if (looksLeaked(block)) {
      return new Refused(
          Reason.LEAKED_PACKET, "part of a network packet", suspect(rules, candidate, suspicion));
    }
    if (block.isZero()) {
      return judgeZeros(rules, candidate, good, suspicion);
    }
    Optional<String> zeros = impossibleZeros(rules, candidate);
    if (zeros.isPresent()) {
      return new Refused(
          Reason.IMPOSSIBLE_ZEROS, zeros.get(), suspect(rules, candidate, suspicion));
    }
    if (good.isEmpty()) {
      return new Accepted();
    }
    Verdict verdict = compare(rules, candidate, good.get(), suspicion);
    return verdict instanceof Accepted
        ? compareSteps(device, candidate, good.get(), suspicion, others)
        : verdict;
  }

  /** Whether two blocks of one device differ in nothing that the rules watch. */
  boolean agree(Device device, ReadBlock one, ReadBlock other) {
    return agree(rulesFor(device, one.block()), one, other);
  }

  /** Whether a block holds nothing although such a block would: the device does not have it. */
  boolean isVoid(Device device, Block block) {
    return block.isZero()
        && rulesFor(device, block).stream().anyMatch(rule -> rule.kind() == Kind.FILLED);
  }

  private static Verdict judgeZeros(
      List<Rule> rules,
      ReadBlock candidate,
      Optional<ReadBlock> good,
      Optional<Suspicion> suspicion) {
    boolean mustBeFilled = rules.stream().anyMatch(rule -> rule.kind() == Kind.FILLED);
    boolean wasFilled = good.map(it -> !it.block().isZero()).orElse(false);
    Suspicion now = suspect(rules, candidate, suspicion);
    boolean believed = !mustBeFilled && (!wasFilled || insists(now, candidate));
    return believed ? new Accepted() : new Refused(Reason.ALL_ZERO, "every register is 0", now);
  }

  private List<Rule> rulesFor(Device device, Block block) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : tables.rules()) {
      if (rule.judges(device, block.key().spec())) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private boolean looksLeaked(Block block) {
    BlockSpec spec = block.key().spec();
    if (spec.base() % 60 != 0 || spec.count() != 60) {
      return false;
    }
    int hits = 0;
    for (Map.Entry<Integer, Set<Integer>> entry : tables.garbage().entrySet()) {
      if (entry.getValue().contains(block.word(spec.bank(), spec.base() + entry.getKey()))) {
        hits++;
      }
    }
    return hits > GuardTables.GARBAGE_LIMIT;
  }

  private static Optional<String> impossibleZeros(List<Rule> rules, ReadBlock candidate) {
    for (Rule rule : rules) {
      if (rule.kind() == Kind.ZEROS) {
        int zeros = zeros(rule, candidate.readings());
        if (zeros >= rule.limit().orElseThrow().intValue()) {
          return Optional.of(zeros + " of " + rule.fields() + " are 0");
        }
      }
    }
    return Optional.empty();
  }

  private static int zeros(Rule rule, Readings readings) {
    int zeros = 0;
    for (int i = 0; i < readings.size(); i++) {
      if (isZero(readings.at(i)) && rule.names(readings.name(i))) {
        zeros++;
      }
    }
    return zeros;
  }

  private static boolean isZero(Reading reading) {
    return reading instanceof Reading.Known known
        && known.value() instanceof Value.Amount amount
        && amount.number().signum() == 0;
  }

  private static Verdict compare(
      List<Rule> rules, ReadBlock candidate, ReadBlock good, Optional<Suspicion> suspicion) {
    Differences differences = Differences.between(rules, good, candidate);
    if (!differences.identity().isEmpty()) {
      String detail = differences.identity() + " changed";
      return new Refused(Reason.WRONG_IDENTITY, detail, suspect(rules, candidate, suspicion));
    }
    boolean recent =
        Duration.between(good.block().at(), candidate.block().at()).compareTo(JUMPS_COUNT_FOR) <= 0;
    List<String> constants = differences.constants();
    List<String> jumps = recent ? differences.jumps() : List.of();
    if (constants.isEmpty() && jumps.isEmpty()) {
      return new Accepted();
    }
    Suspicion now = suspect(rules, candidate, suspicion);
    boolean settled =
        constants.isEmpty()
            ? now.times() >= (jumps.size() == 1 ? AGREE_ONE_FIELD : AGREE_SPLICE)
            : insists(now, candidate);
    List<String> all = new ArrayList<>(constants);
    all.addAll(jumps);
    return settled ? new Accepted() : new Refused(Reason.SPLICED, all + " jumped", now);
  }

  /** What no rule forbids, and yet is unlike what was read before, must be read twice. */
  private Verdict compareSteps(
      Device device,
      ReadBlock candidate,
      ReadBlock good,
      Optional<Suspicion> suspicion,
      Collection<ReadBlock> others) {
    Registers registers = tables.steps().of(device);
    List<String> leaps = Differences.leaps(registers, good, candidate);
    boolean patched = isPatched(good.block(), candidate.block(), others);
    if ((leaps.isEmpty() && !patched) || isSaidAgain(registers, candidate, suspicion)) {
      return new Accepted();
    }
    String detail = leaps.isEmpty() ? "ends as another block does" : leaps + " leaped";
    List<Rule> rules = rulesFor(device, candidate.block());
    return new Refused(Reason.UNLIKELY, detail, suspect(rules, candidate, suspicion));
  }

  private static boolean isPatched(Block good, Block now, Collection<ReadBlock> others) {
    Likeness likeness = new Likeness(good, now);
    if (likeness.isSlipped()) {
      return true;
    }
    for (ReadBlock other : others) {
      if (likeness.endsAs(other.block())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSaidAgain(
      Registers registers, ReadBlock candidate, Optional<Suspicion> suspicion) {
    return suspicion.isPresent()
        && Differences.leaps(registers, suspicion.get().last(), candidate).isEmpty();
  }

  /** Whether blocks have said the same so often and for so long that it must be true. */
  private static boolean insists(Suspicion suspicion, ReadBlock candidate) {
    return suspicion.times() >= AGREE_CONSTANT
        && Duration.between(suspicion.since(), candidate.block().at()).compareTo(CONSTANT_FOR) >= 0;
  }

  /** Counts this block as one more of those before it if they agree, or as the first of its own. */
  private static Suspicion suspect(
      List<Rule> rules, ReadBlock candidate, Optional<Suspicion> before) {
    return before
        .filter(known -> agree(rules, known.last(), candidate))
        .map(known -> new Suspicion(candidate, known.times() + 1, known.since()))
        .orElseGet(() -> new Suspicion(candidate, 1, candidate.block().at()));
  }

  private static boolean agree(List<Rule> rules, ReadBlock one, ReadBlock other) {
    return one.block().isZero() == other.block().isZero() && Differences.none(rules, one, other);
  }
}
