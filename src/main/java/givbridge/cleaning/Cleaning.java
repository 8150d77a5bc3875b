package givbridge.cleaning;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Unknown;
import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.util.Optional;

/** The one stage between what a formula gives and what is published. Pure. */
public final class Cleaning {
  private Cleaning() {}

  /**
   * Judges a reading of a leaf.
   *
   * @param memory what is remembered of the leaf; {@link LeafMemory#NOTHING} at first
   * @param number the reading as a number; empty: it is unknown, or no number
   */
  public static Judgement judge(
      CleaningRule rule,
      LeafMemory memory,
      Reading reading,
      Optional<BigDecimal> number,
      Circumstances circumstances) {
    if (!(reading instanceof Known known)) {
      return unknown(memory, (Unknown) reading, circumstances);
    }
    if (number.isEmpty()) {
      return new Judgement(reading, memory, Optional.empty());
    }
    Case now = new Case(rule, memory, known, number.get(), circumstances);
    if (!rule.bounds().contains(now.number())) {
      return outside(now);
    }
    boolean judged =
        memory.candidate().isPresent() && memory.candidate().get().is(now.number(), now.at());
    if (judged) {
      return now.again();
    }
    boolean changed = now.before().isEmpty() || !same(now.before().get().number(), now.number());
    if (circumstances.doubted() && changed) {
      return now.hold(Doubt.AGAINST_THE_WHOLE, now.waiting(earlier -> false));
    }
    if (!rule.isCounter()) {
      return Gauges.judge(now);
    }
    return circumstances.sources().isPresent()
        ? DerivedCounters.judge(now, circumstances.sources().get())
        : Counters.judge(now);
  }

  /**
   * Whether a quantity that goes up and down is where it was when it was believed last, as most are
   * at most polls: then it is believed whatever the circumstances, and need not be judged.
   *
   * @param memory what is remembered of the leaf, as judged by the same rule
   */
  public static boolean standsStill(CleaningRule rule, LeafMemory memory, Known reading) {
    return !rule.isCounter()
        && memory.heldSince().isEmpty()
        && memory.believed().isPresent()
        && reading.value().equals(memory.believed().get().reading().value());
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static Judgement outside(Case now) {
    return unknown(now.memory(), new Unknown(Why.OUT_OF_BOUNDS), now.circumstances());
  }

  /**
   * A value that does not exist, or was never read, is absent at once; one that could be read and
   * makes no sense is held.
   */
  private static Judgement unknown(
      LeafMemory memory, Unknown reading, Circumstances circumstances) {
    Optional<Doubt> doubt = doubt(reading.why());
    boolean doubted =
        doubt.isPresent() && (doubt.get() == Doubt.OUT_OF_BOUNDS || memory.believed().isPresent());
    return circumstances.holds() && doubted
        ? Case.hold(memory, doubt.get(), Optional.empty(), circumstances)
        : new Judgement(reading, memory, Optional.empty());
  }

  private static Optional<Doubt> doubt(Why why) {
    return switch (why) {
      case OUT_OF_BOUNDS -> Optional.of(Doubt.OUT_OF_BOUNDS);
      case UNREADABLE, INPUT_UNKNOWN -> Optional.of(Doubt.UNREADABLE);
      case NEVER_READ, NOT_APPLICABLE, REFUSED -> Optional.empty();
    };
  }
}
