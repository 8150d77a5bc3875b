package givbridge.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
  private static final Prices FIXED = prices("05:30", "23:30", false);
  private static final Prices DYNAMIC = prices("05:30", "23:30", true);

  private Optional<Account> account = Optional.empty();
  private Optional<Rate> asked = Optional.empty();

  private static Prices prices(String day, String night, boolean dynamic) {
    return new Prices(
        number("0.395"),
        number("0.155"),
        number("0.04"),
        LocalTime.parse(day),
        LocalTime.parse(night),
        dynamic);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private Account read(Prices prices, String wall, String imported) {
    return read(prices, wall, imported, "0", "0");
  }

  private Account read(Prices prices, String wall, String imported, String charged, String stored) {
    LocalDateTime time = LocalDateTime.parse(wall);
    MeterReading reading =
        new MeterReading(
            time,
            number(imported),
            Optional.of(number("4.0")),
            Optional.of(number(charged)),
            Optional.of(number(stored)));
    Account next = Tariff.next(account, prices, asked, reading);
    account = Optional.of(next);
    asked = Optional.empty();
    return next;
  }

  private static void assertCosts(Account account, Prices prices, String day, String night) {
    assertThat(Tariff.cost(account, prices, Rate.DAY)).isEqualByComparingTo(day);
    assertThat(Tariff.cost(account, prices, Rate.NIGHT)).isEqualByComparingTo(night);
  }

  @ParameterizedTest
  @CsvSource({
    "05:30, 23:30, 05:29, NIGHT", "05:30, 23:30, 05:30, DAY",
    "05:30, 23:30, 23:29, DAY", "05:30, 23:30, 23:30, NIGHT",
    "05:30, 23:30, 00:00, NIGHT", "04:30, 00:30, 00:29, DAY",
    "04:30, 00:30, 00:30, NIGHT", "04:30, 00:30, 04:30, DAY",
    "07:00, 07:00, 03:00, DAY"
  })
  void theClockSaysTheRate(String day, String night, String time, Rate rate) {
    assertThat(prices(day, night, false).at(LocalTime.parse(time))).isEqualTo(rate);
  }

  @Test
  void theFirstReadingBeginsAtTheImportTotalWithNothingSpent() {
    Account first = read(FIXED, "2026-06-01T12:00", "8837.9");
    assertThat(first.day()).isEqualTo(Period.from(number("8837.9")));
    assertThat(first.night()).isEqualTo(Period.from(number("8837.9")));
    assertThat(first.rate()).isEqualTo(Rate.DAY);
    assertCosts(first, FIXED, "0", "0");
  }

  @Test
  void eachRateCountsItsOwnEnergyAndSeveralSpansADayAddUp() {
    read(FIXED, "2026-06-01T00:10", "1000.0");
    Account night = read(FIXED, "2026-06-01T00:20", "1003.0");
    assertCosts(night, FIXED, "0.00", "0.46");
    read(FIXED, "2026-06-01T05:30", "1003.0");
    Account day = read(FIXED, "2026-06-01T06:00", "1004.0");
    assertThat(day.night()).isEqualTo(new Period(number("3.0"), number("1000.0"), number("3.0")));
    assertThat(day.day().start()).isEqualByComparingTo("1003.0");
    assertCosts(day, FIXED, "0.40", "0.46");
    assertThat(day.perKwhToday()).isEqualByComparingTo("0.215");
    read(FIXED, "2026-06-01T23:30", "1004.0");
    Account late = read(FIXED, "2026-06-01T23:40", "1005.5");
    assertThat(late.night().start()).isEqualByComparingTo("1001.0");
    assertThat(late.night().energy()).isEqualByComparingTo("4.5");
    assertThat(late.day().before()).isEqualByComparingTo("1.0");
  }

  @Test
  void theDayBeginsAnewWhenTheInvertersDateTurns() {
    read(FIXED, "2026-06-01T23:40", "1000.0");
    read(FIXED, "2026-06-01T23:59", "1002.0");
    Account fresh = read(FIXED, "2026-06-02T00:00:30", "1002.0");
    assertThat(fresh.night()).isEqualTo(Period.from(number("1002.0")));
    assertThat(fresh.rate()).isEqualTo(Rate.NIGHT);
    assertCosts(fresh, FIXED, "0", "0");
  }

  @Test
  void whatCameWhileNothingWasReadIsSharedByTime() {
    read(FIXED, "2026-06-01T22:00", "1000.0");
    Account both = read(FIXED, "2026-06-01T23:50", "1011.0");
    assertThat(both.day().energy()).isEqualByComparingTo("9.0");
    assertThat(both.night().energy()).isEqualByComparingTo("2.0");
    Account over = read(FIXED, "2026-06-02T07:30", "1034.0");
    assertThat(over.night().energy()).isEqualByComparingTo("16.500");
    assertThat(over.day().energy()).isEqualByComparingTo("6.000");
    assertThat(over.day().energy().add(over.night().energy())).isEqualByComparingTo("22.5");
  }

  @Test
  void aDynamicTariffIsSwitchedByCommandAlone() {
    Account first = read(DYNAMIC, "2026-06-01T02:00", "1000.0");
    assertThat(first.rate()).isEqualTo(Rate.DAY);
    asked = Optional.of(Rate.NIGHT);
    Account switched = read(DYNAMIC, "2026-06-01T02:10", "1001.0");
    assertThat(switched.rate()).isEqualTo(Rate.NIGHT);
    assertThat(switched.day().energy()).isEqualByComparingTo("1.0");
    Account later = read(DYNAMIC, "2026-06-01T12:00", "1003.0");
    assertThat(later.rate()).isEqualTo(Rate.NIGHT);
    assertThat(later.night().energy()).isEqualByComparingTo("2.0");
  }

  @Test
  void theBatteryIsWorthWhatChargingCostAndLosesItsMeanPrice() {
    read(FIXED, "2026-06-01T01:00", "1000.0", "500.0", "2.0");
    Account charged = read(FIXED, "2026-06-01T01:29", "1004.0", "504.0", "6.0");
    assertThat(charged.battery().value()).isEqualByComparingTo("0.62");
    assertThat(charged.battery().perKwh()).isEqualByComparingTo("0.103");
    Account same = read(FIXED, "2026-06-01T01:35", "1005.0", "505.0", "7.0");
    assertThat(same.battery()).isEqualTo(charged.battery());
    Account used = read(FIXED, "2026-06-01T01:59", "1005.0", "504.0", "3.0");
    assertThat(used.battery().value()).isEqualByComparingTo("0.309");
    assertThat(used.battery().perKwh()).isEqualByComparingTo("0.103");
  }

  @Test
  void theSameReadingTwiceCountsOnce() {
    read(FIXED, "2026-06-01T12:00", "1000.0");
    Account once = read(FIXED, "2026-06-01T12:01", "1001.0");
    assertThat(read(FIXED, "2026-06-01T12:01", "1001.0")).isEqualTo(once);
    assertThat(once.isWorthKeeping(account)).isFalse();
    assertThat(read(FIXED, "2026-06-01T12:02", "1001.0").isWorthKeeping(Optional.of(once)))
        .isFalse();
    assertThat(read(FIXED, "2026-06-01T12:03", "1001.1").isWorthKeeping(Optional.of(once)))
        .isTrue();
  }

  @Test
  void aClockSetBackOrAMeterThatBeganAnewTakesNothingAway() {
    read(FIXED, "2026-06-01T12:00", "1000.0");
    read(FIXED, "2026-06-01T12:01", "1001.0");
    Account back = read(FIXED, "2026-06-01T11:01", "1002.0");
    assertThat(back.day().energy()).isEqualByComparingTo("2.0");
    Account anew = read(FIXED, "2026-06-01T11:02", "3.0");
    assertThat(anew.day().energy()).isEqualByComparingTo("2.0");
    assertThat(read(FIXED, "2026-06-01T11:03", "4.0").day().energy()).isEqualByComparingTo("3.0");
  }
}
