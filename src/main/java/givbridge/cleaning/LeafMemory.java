package givbridge.cleaning;

import givbridge.registers.Reading.Known;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one leaf. Never changes.
 *
 * @param believed what was believed last; empty: nothing yet
 * @param candidate a doubted value that waits for a second read
 * @param heldSince when the values began to be doubted; empty: the last one was believed
 * @param day the inverter's day for which a counter of the day counts
 * @param resets how often a lower value of a counter, or of what it is derived from, was believed
 */
public record LeafMemory(
    Optional<Believed> believed,
    Optional<Candidate> candidate,
    Optional<Instant> heldSince,
    Optional<LocalDate> day,
    int resets) {
  /** Nothing yet. */
  public static final LeafMemory NOTHING =
      new LeafMemory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /**
   * A believed reading.
   *
   * @param reading as shown
   * @param number it as a number
   */
  public record Believed(Known reading, BigDecimal number) {
    /** Written out, since each leaf is compared at each poll, mostly with one of another time. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Believed believed
              && reading.at().equals(believed.reading.at())
              && number.compareTo(believed.number) == 0
              && reading.value().equals(believed.reading.value()));
    }

    @Override
    public int hashCode() {
      return reading.hashCode();
    }
  }

  /**
   * A doubted value.
   *
   * @param number the latest of it
   * @param at when that was read
   * @param since when the first was read that agrees with it
   * @param reads how many reads agree
   */
  public record Candidate(BigDecimal number, Instant at, Instant since, int reads) {
    static Candidate first(BigDecimal number, Instant at) {
      return new Candidate(number, at, at, 1);
    }

    /** One more read that agrees. */
    Candidate and(BigDecimal further, Instant when) {
      return new Candidate(further, when, since, reads + 1);
    }

    /** Whether that is the very reading that is remembered. */
    boolean is(BigDecimal other, Instant when) {
      return at.equals(when) && number.compareTo(other) == 0;
    }
  }

  /** Written out as that of {@link Believed}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof LeafMemory memory
            && resets == memory.resets
            && believed.equals(memory.believed)
            && candidate.equals(memory.candidate)
            && heldSince.equals(memory.heldSince)
            && day.equals(memory.day));
  }

  @Override
  public int hashCode() {
    return Objects.hash(believed, candidate, heldSince, day, resets);
  }

  /** What is remembered of a counter after a restart. */
  public static LeafMemory of(Mark mark) {
    Known reading = new Known(new Value.Amount(mark.value()), mark.at());
    return new LeafMemory(
        Optional.of(new Believed(reading, mark.value())),
        Optional.empty(),
        Optional.empty(),
        mark.day(),
        mark.resets());
  }

  /** What of a counter must survive a restart; empty before its first value. */
  public Optional<Mark> mark() {
    return believed.map(last -> new Mark(last.number(), last.reading().at(), day, resets));
  }

  /** The value that was believed last was read once more, and nothing was doubted. */
  public LeafMemory readAgain(Known reading) {
    Believed last = believed.orElseThrow();
    return reading.equals(last.reading()) ? this : believing(reading, last.number());
  }

  /** Forgets all doubt for a value that is believed. */
  LeafMemory believing(Known reading, BigDecimal number) {
    return new LeafMemory(
        Optional.of(new Believed(reading, number)),
        Optional.empty(),
        Optional.empty(),
        day,
        resets);
  }

  LeafMemory doubting(Optional<Candidate> waiting, Instant since) {
    return new LeafMemory(believed, waiting, Optional.of(heldSince.orElse(since)), day, resets);
  }

  LeafMemory onDay(Optional<LocalDate> newDay) {
    return newDay.equals(day)
        ? this
        : new LeafMemory(believed, candidate, heldSince, newDay, resets);
  }

  LeafMemory withResets(int count) {
    return count == resets ? this : new LeafMemory(believed, candidate, heldSince, day, count);
  }
}
