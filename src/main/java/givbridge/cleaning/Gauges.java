package givbridge.cleaning;

import givbridge.cleaning.LeafMemory.Believed;
import java.math.BigDecimal;
import java.time.Duration;

/** Judges quantities that go up and down. */
final class Gauges {
  /**
   * After so long without a believed value the last one says nothing of the next; but for a charge,
   * of which it is known how far it can have moved.
   */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private Gauges() {}

  static Judgement judge(Case now) {
    if (now.before().isEmpty()) {
      return now.believe();
    }
    Believed before = now.before().get();
    boolean suddenZero =
        now.rule().zero() == CleaningRule.Zero.REJECTED
            && now.number().signum() == 0
            && before.number().signum() != 0;
    if (suddenZero) {
      return onSecondRead(now, Doubt.SUDDEN_ZERO, now.waiting(c -> c.number().signum() == 0));
    }
    boolean forgotten =
        now.rule().filter() != CleaningRule.Filter.CHARGE
            && now.memory().heldSince().isEmpty()
            && now.elapsed().compareTo(FORGOTTEN) > 0;
    boolean derived = now.circumstances().sources().isPresent();
    if (forgotten || derived || !jumps(now, before.number(), now.elapsed())) {
      return now.believe();
    }
    return onSecondRead(
        now, Doubt.JUMP, now.waiting(c -> !jumps(now, c.number(), Case.between(c.at(), now.at()))));
  }

  private static Judgement onSecondRead(Case now, Doubt doubt, LeafMemory.Candidate candidate) {
    return candidate.reads() > 1 ? now.believe() : now.hold(doubt, candidate);
  }

  private static boolean jumps(Case now, BigDecimal from, Duration elapsed) {
    Smoothing smoothing = now.circumstances().smoothing();
    return switch (now.rule().filter()) {
      case NONE -> false;
      case ABSOLUTE -> smoothing.doubtsPower(from, now.number());
      case RATIO -> smoothing.doubtsShare(from, now.number());
      case CHARGE -> outpaces(now, from, elapsed);
    };
  }

  /** Whether to believe a 0 is decided by its formula, which sees other gauges of the same. */
  private static boolean outpaces(Case now, BigDecimal from, Duration elapsed) {
    return now.number().signum() != 0
        && now.circumstances().charge().isPresent()
        && !now.circumstances().charge().get().allowsEitherWay(from, now.number(), elapsed);
  }
}
