package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.CleaningRule.Filter;
import givbridge.cleaning.CleaningRule.Rising;
import givbridge.cleaning.CleaningRule.Zero;
import givbridge.registers.Reading.Known;
import givbridge.registers.RegisterRow.Bounds;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A year of a counter of the day and a lifetime counter: a clock that drifts and is set right now
 * and then, both changes of summer time, outages, restarts, single wrong reads and wrong clocks.
 */
class CounterYearTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant END = Instant.parse("2027-01-01T12:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final BigDecimal ROUNDING = new BigDecimal("0.2");
  private static final CleaningRule TODAY = rule(Rising.DAY);
  private static final CleaningRule TOTAL = rule(Rising.YES);

  private static CleaningRule rule(Rising rising) {
    Bounds bounds =
        new Bounds(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.valueOf(1_000_000)));
    return new CleaningRule(bounds, Zero.OK, Filter.RATIO, rising);
  }

  /** The inverter: its clock, and what it has counted, in tenths of a kWh. */
  private static final class Inverter {
    private final ZoneId zone;
    private final Random random;
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private LocalDateTime clock;
    private long today;
    private long total = 50_000;

    Inverter(ZoneId zone, Random random) {
      this.zone = zone;
      this.random = random;
      this.clock = LocalDateTime.ofInstant(START, zone);
    }

    /** It gains a second each step, and is set right at noon of every tenth day. */
    void step(Instant now) {
      LocalDate before = clock.toLocalDate();
      clock = clock.plus(STEP).plusSeconds(1);
      LocalDateTime right = LocalDateTime.ofInstant(now, zone);
      if (right.getDayOfYear() % 10 == 0 && right.getHour() == 12) {
        clock = right;
      }
      if (clock.toLocalDate().isAfter(before)) {
        days.put(before, today);
        today = 0;
      }
      long energy = random.nextInt(3);
      today += energy;
      total += energy;
    }
  }

  private final Random random = new Random(7);
  private InverterClock clock = InverterClock.UNKNOWN;
  private LeafMemory today = LeafMemory.NOTHING;
  private LeafMemory total = LeafMemory.NOTHING;

  @ParameterizedTest
  @CsvSource({"Europe/London", "Australia/Adelaide", "America/New_York"})
  void counterOfTheDayFallsOnceADayAndTheLifetimeCounterNever(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    Inverter inverter = new Inverter(zone, random);
    TreeMap<LocalDate, BigDecimal> highest = new TreeMap<>();
    TreeMap<LocalDate, Integer> falls = new TreeMap<>();
    BigDecimal shownToday = BigDecimal.ZERO;
    BigDecimal shownTotal = BigDecimal.ZERO;
    int outage = 0;
    for (Instant now = START.plus(STEP); now.isBefore(END); now = now.plus(STEP)) {
      inverter.step(now);
      outage = outage > 0 ? outage - 1 : random.nextInt(900) == 0 ? random.nextInt(60) : 0;
      if (outage > 0) {
        continue;
      }
      if (random.nextInt(500) == 0) {
        restart();
      }
      readClock(inverter, now, zone);
      Optional<BigDecimal> day = read(TODAY, inverter.today, now, zone);
      Optional<BigDecimal> life = read(TOTAL, inverter.total, now, zone);
      LocalDate date = inverter.clock.toLocalDate();
      if (day.isPresent()) {
        if (day.get().compareTo(shownToday) < 0) {
          falls.merge(date, 1, Integer::sum);
          // It falls to what the inverter has counted since its midnight.
          BigDecimal counted = BigDecimal.valueOf(inverter.today, 1);
          assertThat(day.get()).isBetween(counted.subtract(ROUNDING), counted);
        }
        shownToday = day.get();
        highest.merge(today.day().orElseThrow(), shownToday, BigDecimal::max);
      }
      if (life.isPresent()) {
        assertThat(life.get()).isGreaterThanOrEqualTo(shownTotal);
        assertThat(life.get()).isLessThanOrEqualTo(BigDecimal.valueOf(inverter.total, 1));
        shownTotal = life.get();
      }
    }
    assertThat(falls).allSatisfy((date, times) -> assertThat(times).as("%s", date).isOne());
    assertThat(falls).hasSizeGreaterThan(355);
    inverter.days.forEach(
        (date, counted) ->
            assertThat(highest.getOrDefault(date, BigDecimal.ZERO))
                .as("the day %s", date)
                .isLessThanOrEqualTo(BigDecimal.valueOf(counted, 1)));
    assertThat(shownTotal).isEqualByComparingTo(BigDecimal.valueOf(inverter.total, 1));
  }

  private void restart() {
    clock = InverterClock.UNKNOWN;
    today = today.mark().map(LeafMemory::of).orElse(LeafMemory.NOTHING);
    total = total.mark().map(LeafMemory::of).orElse(LeafMemory.NOTHING);
  }

  /** Now and then the clock cannot be read, or shows nonsense. */
  private void readClock(Inverter inverter, Instant now, ZoneId zone) {
    int chance = random.nextInt(200);
    if (chance > 1) {
      clock = clock.read(inverter.clock, now, zone);
    } else if (chance == 1) {
      clock = clock.read(inverter.clock.plusDays(random.nextInt(99)), now, zone);
    }
  }

  private Optional<BigDecimal> read(CleaningRule rule, long tenths, Instant now, ZoneId zone) {
    boolean wrong = random.nextInt(150) == 0;
    long seen = wrong ? wrong(tenths) : tenths;
    BigDecimal number = BigDecimal.valueOf(seen, 1);
    Circumstances circumstances =
        new Circumstances(
            now,
            Smoothing.MEDIUM,
            BigDecimal.valueOf(35_000),
            Optional.empty(),
            clock,
            true,
            false,
            Optional.empty());
    boolean ofDay = rule.rising() == Rising.DAY;
    Judgement judgement =
        Cleaning.judge(
            rule,
            ofDay ? today : total,
            new Known(new Value.Amount(number), now),
            Optional.of(number),
            circumstances);
    if (ofDay) {
      today = judgement.memory();
    } else {
      total = judgement.memory();
    }
    return judgement.shown().known().map(value -> ((Value.Amount) value).number());
  }

  /** Anything lower, or higher than power could make it. */
  private long wrong(long tenths) {
    return random.nextBoolean() && tenths > 0
        ? random.nextInt((int) tenths)
        : tenths + 1000 + random.nextInt(90_000);
  }
}
