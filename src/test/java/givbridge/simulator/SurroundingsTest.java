package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final SolarString SOUTH = new SolarString(4000, 0, 35);
  private static final Instant SUMMER = Instant.parse("2026-06-21T00:00:00Z");
  private static final Instant WINTER = Instant.parse("2026-12-21T00:00:00Z");

  private final Surroundings england = Surroundings.england(Bench.PROFILES.house(), 11);

  @Test
  void theSunStandsAtNoonAsHighAsTheLatitudeAndTheSeasonMakeIt() {
    assertThat(noon(SUMMER)).isCloseTo(90 - 52.5 + 23.44, within(1.0));
    assertThat(noon(WINTER)).isCloseTo(90 - 52.5 - 23.44, within(1.0));
  }

  @Test
  void theSunRisesInTheEastAndSetsInTheWest() {
    assertThat(Sun.over(52.5, SUMMER.plus(Duration.ofHours(7))).east()).isPositive();
    assertThat(Sun.over(52.5, SUMMER.plus(Duration.ofHours(17))).east()).isNegative();
  }

  @Test
  void anEasternRoofHasItsBestHoursBeforeNoon() {
    SolarString east = new SolarString(4000, -45, 35);
    Sun morning = Sun.over(52.5, SUMMER.plus(Duration.ofHours(9)));
    Sun evening = Sun.over(52.5, SUMMER.plus(Duration.ofHours(15)));
    assertThat(east.watts(morning, 1)).isGreaterThan(1.2 * east.watts(evening, 1));
  }

  @Test
  void aClearDayInSummerGivesWhatInstallersPromise() {
    double wh = 0;
    for (int minute = 0; minute < 1440; minute++) {
      Sun sun = Sun.over(52.5, SUMMER.plus(Duration.ofMinutes(minute)));
      wh += SOUTH.watts(sun, 1) / 60;
    }
    assertThat(wh / SOUTH.peakWatts()).isBetween(5.5, 8.5);
  }

  @Test
  void aWeekInSummerGivesManyTimesOneInWinterAndTheNightGivesNothing() {
    double summer = week(SUMMER, at -> england.solar(SOUTH, at));
    double winter = week(WINTER, at -> england.solar(SOUTH, at));
    assertThat(summer).isGreaterThan(3 * winter);
    assertThat(winter).isPositive();
    assertThat(england.solar(SOUTH, WINTER)).isZero();
  }

  @Test
  void theHouseUsesBetweenFiveAndTwentyKilowattHoursADay() {
    double week = week(WINTER, england::load);
    assertThat(week / 7).isBetween(5000.0, 20_000.0);
  }

  @Test
  void anApplianceRunsAsLongAsItSaysOnTheDaysThatItRuns() {
    Appliance kettle = new Appliance(3000, 10, 400, 500, 0.5);
    int days = 0;
    for (int day = 0; day < 200; day++) {
      int minutes = 0;
      for (int minute = 0; minute < 1440; minute++) {
        minutes += kettle.watts(5, day, minute) > 0 ? 1 : 0;
      }
      assertThat(minutes).isIn(0, 10);
      days += minutes > 0 ? 1 : 0;
    }
    assertThat(days).isBetween(70, 130);
  }

  private static double noon(Instant midnight) {
    return Math.toDegrees(Math.asin(Sun.over(52.5, midnight.plus(Duration.ofHours(12))).up()));
  }

  /** Wh of a week. */
  private static double week(Instant from, ToDoubleFunction<Instant> watts) {
    double wh = 0;
    for (int minute = 0; minute < 7 * 1440; minute += 5) {
      wh += watts.applyAsDouble(from.plus(Duration.ofMinutes(minute))) / 12;
    }
    return wh;
  }
}
