package givbridge.poll;

import givbridge.plant.Block;
import givbridge.plant.Device;
import givbridge.plant.Presence;
import givbridge.plant.ReadBlock;
import givbridge.poll.GuardTables.Kind;
import givbridge.poll.GuardTables.Rule;
import givbridge.poll.Verdict.Accepted;
import givbridge.poll.Verdict.Reason;
import givbridge.poll.Verdict.Refused;
import givbridge.poll.Verdict.Suspicion;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * and fifteen minutes.
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
    Block block = candidate.block();
    if (looksLeaked(block)) {
      return refuse(Reason.LEAKED_PACKET, "part of a network packet", candidate, suspicion);
    }
    List<Rule> rules = rulesFor(device, block);
    if (block.isZero()) {
      boolean filled = rules.stream().anyMatch(rule -> rule.kind() == Kind.FILLED);
      boolean wasFilled = good.map(it -> !it.block().isZero()).orElse(false);
      return filled || wasFilled
          ? unlessSettled(Reason.ALL_ZERO, "every register is 0", candidate, suspicion, !filled)
          : new Accepted();
    }
    Optional<String> zeros = impossibleZeros(rules, candidate);
    if (zeros.isPresent()) {
      return refuse(Reason.IMPOSSIBLE_ZEROS, zeros.get(), candidate, suspicion);
    }
    return good.isPresent() ? compare(rules, candidate, good.get(), suspicion) : new Accepted();
  }

  private List<Rule> rulesFor(Device device, Block block) {
    return tables.rules().stream()
        .filter(rule -> rule.judges(device.kind(), block.key().spec()))
        .toList();
  }

  private boolean looksLeaked(Block block) {
    int base = block.key().spec().base();
    if (base % 60 != 0 || block.key().spec().count() != 60) {
      return false;
    }
    long hits =
        tables.garbage().entrySet().stream()
            .filter(
                entry ->
                    entry
                        .getValue()
                        .contains(block.word(block.key().spec().bank(), base + entry.getKey())))
            .count();
    return hits > GuardTables.GARBAGE_LIMIT;
  }

  private static Optional<String> impossibleZeros(List<Rule> rules, ReadBlock candidate) {
    for (Rule rule : rules) {
      if (rule.kind() == Kind.ZEROS) {
        long zeros =
            candidate.readings().entrySet().stream()
                .filter(entry -> rule.names(entry.getKey()))
                .filter(entry -> isZero(entry.getValue()))
                .count();
        if (zeros >= rule.limit().orElseThrow().intValue()) {
          return Optional.of(zeros + " of " + rule.field() + " are 0");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isZero(Reading reading) {
    return reading
        .known()
        .filter(v -> v instanceof Value.Amount a && a.number().signum() == 0)
        .isPresent();
  }

  private static Verdict compare(
      List<Rule> rules, ReadBlock candidate, ReadBlock good, Optional<Suspicion> suspicion) {
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> jumped = new ArrayList<>();
    boolean recent =
        Duration.between(good.block().at(), candidate.block().at()).compareTo(JUMPS_COUNT_FOR) <= 0;
    for (Rule rule : rules) {
      for (String field : fields(rule, candidate, good)) {
        Reading before = good.readings().getOrDefault(field, NEVER);
        Reading now = candidate.readings().getOrDefault(field, NEVER);
        switch (rule.kind()) {
          case SERIAL -> {
            if (isSerial(before) && !before.known().equals(now.known())) {
              lost.add(field);
            }
          }
          case CONSTANT -> {
            if (!before.known().equals(now.known())) {
              changed.add(field);
            }
          }
          case JUMP -> {
            if (recent && moved(before, now).compareTo(rule.limit().orElseThrow()) > 0) {
              jumped.add(field);
            }
          }
          case ZEROS, FILLED -> {}
        }
      }
    }
    return decide(lost, changed, jumped, candidate, suspicion);
  }

  private static final Reading NEVER = Reading.unknown(Reading.Why.NEVER_READ);

  private static Set<String> fields(Rule rule, ReadBlock candidate, ReadBlock good) {
    Set<String> fields = new java.util.TreeSet<>();
    for (Map<String, Reading> readings : List.of(candidate.readings(), good.readings())) {
      readings.keySet().stream().filter(rule::names).forEach(fields::add);
    }
    return fields;
  }

  private static Verdict decide(
      List<String> lost,
      List<String> changed,
      List<String> jumped,
      ReadBlock candidate,
      Optional<Suspicion> suspicion) {
    if (!lost.isEmpty()) {
      return refuse(Reason.WRONG_IDENTITY, lost + " changed", candidate, suspicion);
    }
    if (changed.isEmpty() && jumped.isEmpty()) {
      return new Accepted();
    }
    Suspicion now = suspect(candidate, suspicion);
    int needed = changed.size() + jumped.size() == 1 ? AGREE_ONE_FIELD : AGREE_SPLICE;
    boolean settled =
        changed.isEmpty()
            ? now.times() >= needed
            : now.times() >= AGREE_CONSTANT
                && Duration.between(now.since(), candidate.block().at()).compareTo(CONSTANT_FOR)
                    >= 0;
    List<String> all = new ArrayList<>(changed);
    all.addAll(jumped);
    return settled ? new Accepted() : new Refused(Reason.SPLICED, all + " jumped", now);
  }

  private static Verdict unlessSettled(
      Reason reason,
      String detail,
      ReadBlock candidate,
      Optional<Suspicion> suspicion,
      boolean maySettle) {
    Suspicion now = suspect(candidate, suspicion);
    Instant at = candidate.block().at();
    boolean settled =
        maySettle
            && now.times() >= AGREE_CONSTANT
            && Duration.between(now.since(), at).compareTo(CONSTANT_FOR) >= 0;
    return settled ? new Accepted() : new Refused(reason, detail, now);
  }

  private static Verdict refuse(
      Reason reason, String detail, ReadBlock candidate, Optional<Suspicion> suspicion) {
    return new Refused(reason, detail, suspect(candidate, suspicion));
  }

  /** Refused blocks agree while no field moves between them further than a tenth of its value. */
  private static Suspicion suspect(ReadBlock candidate, Optional<Suspicion> before) {
    return before
        .filter(known -> alike(known.last(), candidate))
        .map(known -> new Suspicion(candidate, known.times() + 1, known.since()))
        .orElseGet(() -> new Suspicion(candidate, 1, candidate.block().at()));
  }

  private static boolean alike(ReadBlock one, ReadBlock other) {
    return one.readings().entrySet().stream()
        .allMatch(
            entry -> {
              Reading there = other.readings().getOrDefault(entry.getKey(), NEVER);
              BigDecimal size =
                  entry
                      .getValue()
                      .known()
                      .map(v -> v instanceof Value.Amount a ? a.number().abs() : BigDecimal.ZERO)
                      .orElse(BigDecimal.ZERO);
              BigDecimal allowed = size.movePointLeft(1).max(BigDecimal.TEN);
              return moved(entry.getValue(), there).compareTo(allowed) <= 0
                  && sameKind(entry.getValue(), there);
            });
  }

  private static boolean sameKind(Reading one, Reading other) {
    boolean texts =
        one.known().filter(v -> v instanceof Value.Text).isPresent()
            && other.known().filter(v -> v instanceof Value.Text).isPresent();
    return !texts || one.known().equals(other.known());
  }

  private static boolean isSerial(Reading reading) {
    return reading
        .known()
        .filter(v -> v instanceof Value.Text text && Presence.isSerial(text.text()))
        .isPresent();
  }

  private static BigDecimal moved(Reading before, Reading now) {
    if (before.known().orElse(null) instanceof Value.Amount from
        && now.known().orElse(null) instanceof Value.Amount to) {
      return to.number().subtract(from.number()).abs();
    }
    return BigDecimal.ZERO;
  }
}
