package givbridge.cleaning;

import givbridge.cleaning.CleaningRule.Rising;
import givbridge.cleaning.LeafMemory.Believed;
import givbridge.cleaning.LeafMemory.Candidate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Judges counters that come from registers. They rise, not faster than power can flow; those of the
 * day fall once, when the inverter's own date has turned.
 */
final class Counters {
  /** What differs by rounding is neither a fall nor news. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.11");

  private static final int READS_TO_FALL = 10;
  private static final Duration TIME_TO_FALL = Duration.ofMinutes(15);

  /** So long after midnight a counter of the day that did not fall had nothing to fall from. */
  private static final Duration TIME_TO_TURN = Duration.ofMinutes(30);

  private Counters() {}

  static Judgement judge(Case now) {
    if (now.before().isEmpty()) {
      return first(now);
    }
    return now.rule().rising() == Rising.DAY ? ofDay(now) : ofLife(now, now.before().get());
  }

  private static Judgement first(Case now) {
    return now.with(now.memory().onDay(wall(now).map(LocalDateTime::toLocalDate))).believe();
  }

  private static Optional<LocalDateTime> wall(Case now) {
    return now.rule().rising() == Rising.DAY
        ? now.circumstances().clock().wallTime(now.at())
        : Optional.empty();
  }

  private static Judgement ofLife(Case now, Believed before) {
    return now.number().compareTo(before.number()) >= 0 ? risen(now, before) : fallen(now, before);
  }

  private static Judgement ofDay(Case now) {
    Optional<LocalDateTime> wall = wall(now);
    if (wall.isEmpty()) {
      return ofLife(now, now.before().orElseThrow());
    }
    LocalDate today = wall.get().toLocalDate();
    Optional<LocalDate> day = now.memory().day();
    LocalDate counted = day.isPresent() && !day.get().isAfter(today) ? day.get() : today;
    Case dated = now.with(now.memory().onDay(Optional.of(counted)));
    Believed before = now.before().orElseThrow();
    if (!today.isAfter(counted)) {
      return ofLife(dated, before);
    }
    Duration sinceMidnight =
        Duration.between(today.atStartOfDay(), wall.get()).plus(Duration.ofMinutes(5));
    boolean possible =
        Pace.ofEnergy(now.circumstances()).allows(BigDecimal.ZERO, now.number(), sinceMidnight);
    if (!possible) {
      return ofLife(dated, before);
    }
    Case turned = now.with(now.memory().onDay(Optional.of(today)));
    if (now.number().compareTo(before.number()) < 0) {
      Candidate fallen = now.waiting(c -> follows(now, c));
      return fallen.reads() > 1 ? turned.believe() : dated.hold(Doubt.FELL, fallen);
    }
    boolean nothingToFall = now.number().signum() == 0 || sinceMidnight.compareTo(TIME_TO_TURN) > 0;
    return ofLife(nothingToFall ? turned : dated, before);
  }

  /**
   * A rise that power cannot make is believed at the second read; one that it could not make in a
   * day is as unlikely as a fall.
   */
  private static Judgement risen(Case now, Believed before) {
    if (now.number().compareTo(before.number()) == 0) {
      // As at most polls: what did not move is not too fast.
      return now.believe();
    }
    Pace pace = Pace.ofEnergy(now.circumstances());
    if (pace.allows(before.number(), now.number(), now.elapsed())) {
      return now.believe();
    }
    Candidate candidate = now.waiting(c -> follows(now, c));
    boolean absurd = !pace.allows(before.number(), now.number(), Duration.ofDays(1));
    boolean agreed = absurd ? isProven(candidate) : candidate.reads() > 1;
    return agreed ? now.believe() : now.hold(Doubt.TOO_FAST, candidate);
  }

  private static Judgement fallen(Case now, Believed before) {
    if (before.number().subtract(now.number()).compareTo(ROUNDING) <= 0) {
      return now.keepHighest(before);
    }
    Candidate candidate = now.waiting(c -> follows(now, c));
    if (!isProven(candidate)) {
      return now.hold(Doubt.FELL, candidate);
    }
    Judgement believed = now.with(now.memory().withResets(now.memory().resets() + 1)).believe();
    return new Judgement(
        believed.shown(),
        believed.memory(),
        Optional.of(new Finding(Doubt.FELL, Finding.Course.GIVEN_IN)));
  }

  /** Whether a read goes on where an earlier doubted one stood, as the same counter would. */
  private static boolean follows(Case now, Candidate earlier) {
    return earlier.at().isBefore(now.at())
        && now.number().compareTo(earlier.number().subtract(ROUNDING)) >= 0
        && Pace.ofEnergy(now.circumstances())
            .allows(earlier.number(), now.number(), Duration.between(earlier.at(), now.at()));
  }

  private static boolean isProven(Candidate candidate) {
    Duration lasted = Case.between(candidate.since(), candidate.at());
    return candidate.reads() >= READS_TO_FALL && lasted.compareTo(TIME_TO_FALL) >= 0;
  }
}
