package givbridge.tariff;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * The tariff as the user set it.
 *
 * @param day price of the day rate, money a kWh
 * @param night price of the night rate
 * @param export price of exported energy
 * @param dayStart when the day rate begins, by the inverter's clock
 * @param nightStart when the night rate begins
 * @param dynamic a command switches the rates, not the clock
 */
public record Prices(
    BigDecimal day,
    BigDecimal night,
    BigDecimal export,
    LocalTime dayStart,
    LocalTime nightStart,
    boolean dynamic) {

  BigDecimal of(Rate rate) {
    return rate == Rate.DAY ? day : night;
  }

  /** The rate at a time of day; where both begin at once, it is always day. */
  Rate at(LocalTime time) {
    boolean sinceDay = !time.isBefore(dayStart);
    boolean sinceNight = !time.isBefore(nightStart);
    boolean day = dayStart.isAfter(nightStart) ? sinceDay || !sinceNight : sinceDay && !sinceNight;
    return day || dayStart.equals(nightStart) ? Rate.DAY : Rate.NIGHT;
  }
}
