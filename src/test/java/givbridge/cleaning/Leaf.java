package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Circumstances.Sources;
import givbridge.cleaning.CleaningRule.Filter;
import givbridge.cleaning.CleaningRule.Rising;
import givbridge.cleaning.CleaningRule.Zero;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.RegisterRow.Bounds;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A leaf that is read every half minute, and what it shows. */
final class Leaf {
  static final Duration PERIOD = Duration.ofSeconds(30);
  static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private final CleaningRule rule;
  private Smoothing smoothing = Smoothing.MEDIUM;
  private Duration ahead = Duration.ofHours(1);
  private boolean clockKnown = true;
  private boolean doubted;
  private Optional<Pace> charge = Optional.empty();
  private Optional<Sources> sources = Optional.empty();
  private Instant now = START;
  private LeafMemory memory = LeafMemory.NOTHING;
  private final List<Finding> findings = new ArrayList<>();
  private int stoodStill;

  private Leaf(CleaningRule rule) {
    this.rule = rule;
  }

  static Leaf of(Zero zero, Filter filter, Rising rising) {
    Bounds bounds =
        new Bounds(
            Optional.of(BigDecimal.valueOf(-20_000)), Optional.of(BigDecimal.valueOf(100_000)));
    return new Leaf(new CleaningRule(bounds, zero, filter, rising));
  }

  static Leaf power() {
    return of(Zero.OK, Filter.ABSOLUTE, Rising.NO);
  }

  static Leaf total() {
    return of(Zero.REJECTED, Filter.RATIO, Rising.YES);
  }

  static Leaf today() {
    return of(Zero.OK, Filter.RATIO, Rising.DAY);
  }

  Leaf smoothing(Smoothing level) {
    smoothing = level;
    return this;
  }

  Leaf from(Sources counters) {
    sources = Optional.of(counters);
    return this;
  }

  /** Percent that a battery can move in an hour, and at once. */
  Leaf charging(int perHour, int atOnce) {
    charge = Optional.of(new Pace(BigDecimal.valueOf(perHour), BigDecimal.valueOf(atOnce)));
    return this;
  }

  /** What was read together fits together, or not. */
  Leaf doubted(boolean doubt) {
    doubted = doubt;
    return this;
  }

  /** The inverter's clock can be believed, or not. */
  Leaf clockKnown(boolean known) {
    clockKnown = known;
    return this;
  }

  Leaf clockAhead(Duration by) {
    ahead = by;
    return this;
  }

  Leaf at(String time) {
    now = Instant.parse(time);
    return this;
  }

  Leaf after(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Forgets all but what survives a restart. */
  Leaf restarted() {
    memory = memory.mark().map(LeafMemory::of).orElse(LeafMemory.NOTHING);
    return this;
  }

  /** What is shown after the next read. */
  String read(String number) {
    now = now.plus(PERIOD);
    return again(number);
  }

  String readTimes(int times, String number) {
    String shown = "";
    for (int i = 0; i < times; i++) {
      shown = read(number);
    }
    return shown;
  }

  /** What is shown when the last read is judged once more. */
  String again(String number) {
    return shown(judge(new Known(new Value.Amount(new BigDecimal(number)), now)));
  }

  /** What is shown when there is no value. */
  String unknown(Reading.Why why) {
    now = now.plus(PERIOD);
    return shown(judge(Reading.unknown(why)));
  }

  private Reading judge(Reading reading) {
    InverterClock clock =
        new InverterClock(
            Optional.of(ahead), clockKnown ? Optional.empty() : Optional.of(Duration.ZERO), now);
    Judgement judgement =
        Cleaning.judge(
            rule,
            memory,
            reading,
            reading.known().map(value -> ((Value.Amount) value).number()),
            new Circumstances(
                now, smoothing, BigDecimal.valueOf(35_000), charge, clock, true, doubted, sources));
    if (reading instanceof Known known && Cleaning.standsStill(rule, memory, known)) {
      stoodStill++;
      assertThat(judgement)
          .isEqualTo(new Judgement(reading, memory.readAgain(known), Optional.empty()));
    }
    memory = judgement.memory();
    judgement.finding().ifPresent(findings::add);
    return judgement.shown();
  }

  private static String shown(Reading reading) {
    return reading
        .known()
        .map(value -> ((Value.Amount) value).number().toPlainString())
        .orElse("absent");
  }

  /** Time of the value that is shown now. */
  Instant shownAt() {
    return memory.believed().orElseThrow().reading().at();
  }

  /** How often a read needed no judging; that it is judged alike is checked at each. */
  int stoodStill() {
    return stoodStill;
  }

  LeafMemory memory() {
    return memory;
  }

  List<Doubt> doubts() {
    return findings.stream().map(Finding::doubt).toList();
  }

  List<Finding> findings() {
    return findings;
  }

  Instant now() {
    return now;
  }

  /** The inverter's wall time. */
  LocalDateTime wall() {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC).plus(ahead);
  }
}
