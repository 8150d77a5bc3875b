package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import givbridge.registers.Bank;
import givbridge.simulator.VirtualPlant.Answer;
import givbridge.simulator.VirtualPlant.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualPlantTest {

  private static final Instant SPRING = Instant.parse("2026-05-10T10:00:00Z");
  private static final Duration SLICE = Duration.ofMinutes(5);

  static List<String> profiles() {
    return Bench.PROFILES.names();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void threeDaysConserveEnergyAndTodayFallsOnceADayAtTheInvertersOwnMidnight(String profile) {
    VirtualPlant plant = run(profile, SPRING, ClockKeeping.LEFT_ALONE);
    Map<Flow, Double> start = totals(plant);
    LocalDate date = plant.clock().toLocalDate();
    Map<Flow, Double> today = todays(plant);
    int midnights = 0;
    for (Instant at = SPRING; at.isBefore(SPRING.plus(Duration.ofDays(3))); at = plant.time()) {
      plant.advance(at.plus(Duration.ofMinutes(7)));
      boolean turned = !plant.clock().toLocalDate().equals(date);
      for (Flow flow : Flow.values()) {
        if (!turned) {
          assertThat(plant.today(flow)).isGreaterThanOrEqualTo(today.get(flow));
        }
      }
      if (turned) {
        assertThat(plant.today(Flow.LOAD)).isLessThan(today.get(Flow.LOAD));
        midnights++;
      }
      date = plant.clock().toLocalDate();
      today = todays(plant);
    }
    assertThat(midnights).isEqualTo(3);
    Map<Flow, Double> end = totals(plant);
    double in =
        grown(Flow.IMPORT, start, end)
            + grown(Flow.PV, start, end)
            + grown(Flow.DISCHARGE, start, end);
    double out =
        grown(Flow.EXPORT, start, end)
            + grown(Flow.LOAD, start, end)
            + grown(Flow.CHARGE, start, end);
    double moved = grown(Flow.INVERTER_OUT, start, end) + grown(Flow.AC_CHARGE, start, end);
    assertThat(in - out).as("heat").isBetween(-1e-6, 0.04 * moved + 1e-6);
    assertThat(grown(Flow.LOAD, start, end)).isGreaterThan(10_000);
  }

  @Test
  void aClockThatNobodySetsKeepsTheTimeOfItsSeason() {
    VirtualPlant plant =
        run("three-phase-ac", Instant.parse("2026-03-28T12:00:00Z"), ClockKeeping.LEFT_ALONE);
    plant.advance(Instant.parse("2026-03-29T12:00:00Z"));
    assertThat(plant.clock()).isBefore(LocalDateTime.parse("2026-03-29T12:01:00"));
  }

  @Test
  void aClockThatTheCloudSetsFollowsSummerTimeAndDoesNotDriftAway() {
    VirtualPlant plant =
        run("three-phase-ac", Instant.parse("2026-03-28T12:00:00Z"), ClockKeeping.SET_DAILY);
    plant.advance(Instant.parse("2026-03-29T12:00:00Z"));
    assertThat(Duration.between(LocalDateTime.parse("2026-03-29T13:00:00"), plant.clock()).abs())
        .isLessThan(Duration.ofSeconds(1));
    plant.advance(Instant.parse("2026-12-01T12:00:00Z"));
    assertThat(Duration.between(LocalDateTime.parse("2026-12-01T12:00:00"), plant.clock()).abs())
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aYearPassesInSecondsAndGivesWhatSuchAPlantGives() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    VirtualPlant plant = run("gen2-hybrid", start, ClockKeeping.SET_DAILY);
    Map<Flow, Double> before = totals(plant);
    plant.advance(start.plus(Duration.ofDays(365)));
    assertThat(grown(Flow.PV, before, totals(plant)) / 1000).isBetween(1500.0, 5000.0);
    assertThat(grown(Flow.LOAD, before, totals(plant)) / 1000).isBetween(3000.0, 7000.0);
  }

  @Test
  void longSlicesGiveNearlyTheSumsOfShortOnes() {
    List<Double> sums = new ArrayList<>();
    for (Duration slice : List.of(Duration.ofSeconds(30), SLICE)) {
      VirtualPlant plant =
          Bench.PROFILES.virtual("ems", new Course(SPRING, slice, ClockKeeping.LEFT_ALONE, 3));
      double before = plant.total(Flow.LOAD);
      plant.advance(SPRING.plus(Duration.ofDays(10)));
      sums.add(plant.total(Flow.LOAD) - before);
    }
    assertThat(sums.get(1)).isCloseTo(sums.get(0), within(0.06 * sums.get(0)));
  }

  @Test
  void requestsAreAnsweredAsOnTheWire() {
    VirtualPlant plant = run("all-in-one", SPRING, ClockKeeping.LEFT_ALONE);
    assertThat(plant.read(0x11, Bank.HR, 0, 1))
        .isInstanceOfSatisfying(
            Answer.Words.class, words -> assertThat(words.words()).containsExactly(0x8001));
    assertThat(plant.read(0x11, Bank.HR, 1000, 60)).isInstanceOf(Answer.Refused.class);
    assertThat(plant.read(0x44, Bank.IR, 60, 60)).isInstanceOf(Answer.Silence.class);
    assertThat(plant.write(116, 80)).isInstanceOf(Answer.Words.class);
    assertThat(plant.write(313, 0)).isInstanceOf(Answer.Refused.class);
    assertThat(plant.write(163, 100)).isInstanceOf(Answer.Words.class);
  }

  private static VirtualPlant run(String profile, Instant start, ClockKeeping clock) {
    return Bench.PROFILES.virtual(profile, new Course(start, SLICE, clock, 11));
  }

  private static Map<Flow, Double> totals(VirtualPlant plant) {
    Map<Flow, Double> totals = new EnumMap<>(Flow.class);
    for (Flow flow : Flow.values()) {
      totals.put(flow, plant.total(flow));
    }
    return totals;
  }

  private static Map<Flow, Double> todays(VirtualPlant plant) {
    Map<Flow, Double> todays = new EnumMap<>(Flow.class);
    for (Flow flow : Flow.values()) {
      todays.put(flow, plant.today(flow));
    }
    return todays;
  }

  private static double grown(Flow flow, Map<Flow, Double> from, Map<Flow, Double> to) {
    return to.get(flow) - from.get(flow);
  }
}
