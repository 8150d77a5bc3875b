package givbridge.cleaning;

import givbridge.cleaning.Finding.Course;
import givbridge.cleaning.LeafMemory.Believed;
import givbridge.cleaning.LeafMemory.Candidate;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A number that is to be judged, with all that speaks for or against it.
 *
 * @param rule what its leaf must obey
 * @param memory what is remembered of the leaf
 * @param reading the number as read
 * @param number the number
 * @param circumstances all else
 */
record Case(
    CleaningRule rule,
    LeafMemory memory,
    Known reading,
    BigDecimal number,
    Circumstances circumstances) {
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

  Instant at() {
    return reading.at();
  }

  Optional<Believed> before() {
    return memory.believed();
  }

  /** Time from the reading believed last; never negative, as clocks can be set back. */
  Duration elapsed() {
    Optional<Believed> last = before();
    return last.isPresent() ? between(last.get().reading().at(), at()) : Duration.ZERO;
  }

  static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  Case with(LeafMemory other) {
    return new Case(rule, other, reading, number, circumstances);
  }

  Judgement believe() {
    return new Judgement(reading, memory.believing(reading, number), Optional.empty());
  }

  /** Shows the highest value so far in place of one that is lower for no reason that matters. */
  Judgement keepHighest(Believed highest) {
    Known shown = new Known(highest.reading().value(), at());
    return new Judgement(shown, memory.believing(shown, highest.number()), Optional.empty());
  }

  /** The candidate after this read: one read more if it agrees with it, else a first one. */
  Candidate waiting(Predicate<Candidate> agrees) {
    Optional<Candidate> earlier = memory.candidate();
    return earlier.isPresent() && agrees.test(earlier.get())
        ? earlier.get().and(number, at())
        : Candidate.first(number, at());
  }

  Judgement hold(Doubt doubt, Candidate candidate) {
    return hold(memory, doubt, Optional.of(candidate), circumstances);
  }

  /** The last value, for a bounded time. */
  static Judgement hold(
      LeafMemory memory, Doubt doubt, Optional<Candidate> candidate, Circumstances now) {
    Course course = memory.heldSince().isPresent() ? Course.GOES_ON : Course.BEGINS;
    LeafMemory held = memory.doubting(candidate, now.now());
    return new Judgement(shown(held, now), held, Optional.of(new Finding(doubt, course)));
  }

  /** The reading that was doubted already, once more. */
  Judgement again() {
    return new Judgement(shown(memory, circumstances), memory, Optional.empty());
  }

  private static Reading shown(LeafMemory memory, Circumstances now) {
    boolean recent =
        memory.heldSince().isPresent()
            && between(memory.heldSince().get(), now.now()).compareTo(LONGEST_HOLD) <= 0;
    return recent && memory.believed().isPresent()
        ? memory.believed().get().reading()
        : Reading.unknown(Why.REFUSED);
  }
}
