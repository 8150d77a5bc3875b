package givbridge.cleaning;

import givbridge.cleaning.LeafMemory.Believed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Judges quantities that go up and down. */
final class Gauges {
  /** After so long without a believed value the last one says nothing of the next. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private static final BigDecimal CHARGE_SLACK = BigDecimal.valueOf(5);

  /** Percent of a battery an hour: twice its capacity, which no battery of the field reaches. */
  private static final BigDecimal CHARGE_PACE = BigDecimal.valueOf(200);

  private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3600);

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
        now.memory().heldSince().isEmpty() && now.elapsed().compareTo(FORGOTTEN) > 0;
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
      case CHARGE -> outpaces(from, now.number(), elapsed);
    };
  }

  /** Whether to believe a 0 is decided by its formula, which sees other gauges of the same. */
  private static boolean outpaces(BigDecimal from, BigDecimal to, Duration elapsed) {
    BigDecimal hours =
        BigDecimal.valueOf(elapsed.toSeconds()).divide(SECONDS_OF_HOUR, 6, RoundingMode.UP);
    BigDecimal most = CHARGE_PACE.multiply(hours).add(CHARGE_SLACK);
    return to.signum() != 0 && to.subtract(from).abs().compareTo(most) > 0;
  }
}
