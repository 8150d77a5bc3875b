package givbridge.tariff;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How an inverter's account stands after a reading. Never changes.
 *
 * @param rate the present rate
 * @param day what was imported at the day rate
 * @param night what was imported at the night rate
 * @param perKwhToday mean price of the energy imported today, money a kWh
 * @param battery what the energy in the battery cost
 * @param wall the inverter's clock at the reading
 * @param imported the import total of the reading, kWh
 */
public record Account(
    Rate rate,
    Period day,
    Period night,
    BigDecimal perKwhToday,
    Battery battery,
    LocalDateTime wall,
    BigDecimal imported) {

  Period of(Rate which) {
    return which == Rate.DAY ? day : night;
  }

  Account with(Rate which, Period period) {
    return new Account(
        rate,
        which == Rate.DAY ? period : day,
        which == Rate.NIGHT ? period : night,
        perKwhToday,
        battery,
        wall,
        imported);
  }

  Account with(Battery other) {
    return new Account(rate, day, night, perKwhToday, other, wall, imported);
  }

  Account with(BigDecimal price) {
    return new Account(rate, day, night, price, battery, wall, imported);
  }

  /** The same after a reading whose energy is booked. */
  Account read(LocalDateTime when, BigDecimal total) {
    return new Account(rate, day, night, perKwhToday, battery, when, total);
  }

  /** The other rate begins; the span of the one before ends. */
  Account switched(Rate to) {
    return to == rate
        ? this
        : new Account(
            to,
            to == Rate.DAY ? day.begun(imported) : day.ended(),
            to == Rate.NIGHT ? night.begun(imported) : night.ended(),
            perKwhToday,
            battery,
            wall,
            imported);
  }

  /** Whether the other differs in more than the time of its reading, so that it must be kept. */
  public boolean isWorthKeeping(Optional<Account> kept) {
    return kept.filter(old -> old.read(wall, old.imported).equals(this)).isEmpty();
  }
}
