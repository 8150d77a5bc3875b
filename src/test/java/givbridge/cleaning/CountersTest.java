package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Circumstances.Sources;
import givbridge.cleaning.Finding.Course;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
  private static Sources of(String day, int resets) {
    Optional<LocalDate> date = Optional.of(LocalDate.parse(day));
    return new Sources(date, date, resets);
  }

  @Test
  void aLifetimeCounterNeverFallsForASpike() {
    Leaf leaf = Leaf.total();
    leaf.read("8000.1");
    assertThat(leaf.read("0")).isEqualTo("8000.1");
    assertThat(leaf.read("7999.0")).isEqualTo("8000.1");
    assertThat(leaf.read("8000.2")).isEqualTo("8000.2");
  }

  @Test
  void aDropOfTheSizeOfRoundingIsNoNews() {
    Leaf leaf = Leaf.total();
    leaf.read("8000.1");
    assertThat(leaf.read("8000.0")).isEqualTo("8000.1");
    assertThat(leaf.shownAt()).isEqualTo(leaf.now());
    assertThat(leaf.findings()).isEmpty();
  }

  @Test
  void aLowerValueIsBelievedAfterTenReadsAndFifteenMinutesThatAgree() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    assertThat(leaf.readTimes(21, "50")).isEqualTo("8000");
    assertThat(leaf.readTimes(9, "50.1")).isEqualTo("absent");
    assertThat(leaf.read("50.2")).isEqualTo("50.2");
    assertThat(leaf.findings().get(30)).isEqualTo(new Finding(Doubt.FELL, Course.GIVEN_IN));
    assertThat(leaf.memory().resets()).isEqualTo(1);
  }

  @Test
  void aLowerValueThatDoesNotStandStillIsNeverBelieved() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    for (int i = 0; i < 60; i++) {
      assertThat(leaf.read(Integer.toString(i % 2 == 0 ? 50 : 3000))).isIn("8000", "absent");
    }
    assertThat(leaf.read("8000.3")).isEqualTo("8000.3");
  }

  @Test
  void tenSlowReadsAreNeededEvenWhenFifteenMinutesAreOver() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    for (int i = 0; i < 9; i++) {
      assertThat(leaf.after(Duration.ofMinutes(5)).read("50")).isNotEqualTo("50");
    }
    assertThat(leaf.read("50")).isEqualTo("50");
  }

  @Test
  void aCounterRisesNoFasterThanPowerAllowsUnlessTwoReadsAgree() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    assertThat(leaf.read("8000.9")).isEqualTo("8000.9");
    assertThat(leaf.read("8003")).isEqualTo("8000.9");
    assertThat(leaf.read("8001")).isEqualTo("8001");
    assertThat(leaf.read("8003")).isEqualTo("8001");
    assertThat(leaf.read("8003.1")).isEqualTo("8003.1");
    assertThat(leaf.doubts()).containsOnly(Doubt.TOO_FAST);
  }

  @Test
  void aRiseThatNoDayCouldBringNeedsAsMuchAgreementAsAFall() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    assertThat(leaf.readTimes(5, "60000")).isEqualTo("8000");
    assertThat(leaf.read("8000.4")).isEqualTo("8000.4");
  }

  @Test
  void afterHoursWithoutAReadABigRiseIsRight() {
    Leaf leaf = Leaf.total();
    leaf.read("8000");
    assertThat(leaf.after(Duration.ofHours(10)).read("8070")).isEqualTo("8070");
  }

  @Test
  void theFirstValueAfterARestartThatIsBelowTheMarkIsHeld() {
    Leaf leaf = Leaf.total();
    leaf.read("8000.5");
    assertThat(leaf.restarted().read("0")).isEqualTo("8000.5");
    assertThat(leaf.read("8000.5")).isEqualTo("8000.5");
  }

  @Test
  void aCounterOfTheDayFallsWhenTheInverterTurnsItsDay() {
    Leaf leaf = Leaf.today().at("2026-06-01T22:59:10Z");
    leaf.read("11.5");
    assertThat(leaf.read("11.5")).isEqualTo("11.5");
    assertThat(leaf.wall()).hasToString("2026-06-02T00:00:10");
    assertThat(leaf.read("0.0")).isEqualTo("11.5");
    assertThat(leaf.read("0.0")).isEqualTo("0.0");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-06-02"));
    assertThat(leaf.read("0.1")).isEqualTo("0.1");
    assertThat(leaf.readTimes(8, "0.0")).isEqualTo("0.1");
  }

  @Test
  void aBlockReadJustBeforeTheDayTurnedDoesNotConsumeTheTurn() {
    Leaf leaf = Leaf.today().at("2026-06-01T22:59:00Z");
    leaf.read("11.5");
    leaf.read("11.5");
    assertThat(leaf.readTimes(4, "11.6")).isEqualTo("11.6");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-06-01"));
    assertThat(leaf.readTimes(2, "0.0")).isEqualTo("0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3.2", "11.0"})
  void aGarbageDropDuringTheDayNeverPassesAsMidnight(String garbage) {
    Leaf leaf = Leaf.today();
    leaf.read("11.5");
    assertThat(leaf.readTimes(15, garbage)).isEqualTo("11.5");
    assertThat(leaf.read("11.6")).isEqualTo("11.6");
  }

  @Test
  void aDayOnWhichNothingFellIsOverHalfAnHourAfterMidnight() {
    Leaf leaf = Leaf.today().at("2026-06-01T22:58:00Z");
    leaf.read("0.1");
    leaf.after(Duration.ofMinutes(20)).read("0.1");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-06-01"));
    leaf.after(Duration.ofMinutes(20)).read("0.4");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-06-02"));
    leaf.after(Duration.ofMinutes(10)).read("0.7");
    assertThat(leaf.readTimes(15, "0.3")).isEqualTo("0.7");
  }

  @Test
  void aRestartOverMidnightPublishesNeitherADipNorYesterday() {
    Leaf leaf = Leaf.today().at("2026-06-01T20:00:00Z");
    leaf.read("11.5");
    leaf.restarted().at("2026-06-02T05:00:00Z");
    assertThat(leaf.read("2.5")).isEqualTo("11.5");
    assertThat(leaf.read("2.5")).isEqualTo("2.5");
  }

  @Test
  void aFallToMoreThanTheDayCouldBringIsNotTheTurn() {
    Leaf leaf = Leaf.today().at("2026-06-01T22:58:00Z");
    leaf.read("60");
    leaf.at("2026-06-01T23:01:00Z");
    assertThat(leaf.readTimes(5, "40")).isEqualTo("60");
  }

  @Test
  void withoutABelievedClockTheGateStaysShut() {
    Leaf leaf = Leaf.today().at("2026-06-01T22:58:00Z");
    leaf.read("11.5");
    leaf.clockKnown(false).at("2026-06-01T23:01:00Z");
    assertThat(leaf.readTimes(5, "0")).isEqualTo("11.5");
    assertThat(leaf.clockKnown(true).read("0")).isEqualTo("0");
  }

  @Test
  void aClockSetBackOverMidnightLetsTheCounterFallAgainAtItsNextMidnight() {
    Leaf leaf = Leaf.today().at("2026-10-24T23:10:00Z");
    leaf.read("0.1");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-10-25"));
    leaf.clockAhead(Duration.ZERO);
    leaf.read("0.5");
    assertThat(leaf.memory().day()).contains(LocalDate.parse("2026-10-24"));
    leaf.at("2026-10-25T00:00:20Z");
    leaf.read("0.0");
    assertThat(leaf.read("0.0")).isEqualTo("0.0");
  }

  @Test
  void aDerivedCounterStandsStillUntilWhatItComesFromBeginsAnew() {
    Leaf leaf = Leaf.today().from(of("2026-06-01", 0));
    leaf.read("9.0");
    assertThat(leaf.read("8.9")).isEqualTo("9.0");
    assertThat(leaf.readTimes(50, "5.0")).isEqualTo("9.0");
    assertThat(leaf.findings()).isEmpty();
    assertThat(leaf.from(of("2026-06-02", 0)).read("0.2")).isEqualTo("0.2");
    assertThat(leaf.read("0.1")).isEqualTo("0.2");
    assertThat(leaf.from(of("2026-06-02", 1)).read("0.1")).isEqualTo("0.1");
  }

  @Test
  void aDerivedCounterWaitsUntilAllThatItComesFromHasTurned() {
    Leaf leaf = Leaf.today().from(of("2026-06-01", 0));
    leaf.read("9.0");
    Sources half = of("2026-06-01", 0).with(ofDay("2026-06-02"));
    assertThat(leaf.from(half).read("4.0")).isEqualTo("9.0");
    assertThat(leaf.from(half).read("12.0")).isEqualTo("9.0");
    assertThat(leaf.from(of("2026-06-02", 0)).read("0.0")).isEqualTo("0.0");
  }

  private static LeafMemory ofDay(String day) {
    return LeafMemory.NOTHING.onDay(Optional.of(LocalDate.parse(day)));
  }
}
