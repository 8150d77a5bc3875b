package givbridge.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Books what was imported since the last reading. Pure. */
public final class Tariff {
  private static final int MONEY = 2;
  private static final int FINE = 3;
  private static final long SECONDS_OF_SLOT = 1800;

  /** The battery is valued in the minutes 29 and 59, a minute before each half hour. */
  private static final long SECONDS_BEFORE_SLOT = 60;

  private Tariff() {}

  /** The price of energy imported at a rate so far today, money. */
  public static BigDecimal cost(Account account, Prices prices, Rate rate) {
    return account
        .of(rate)
        .energy()
        .multiply(prices.of(rate))
        .setScale(MONEY, RoundingMode.HALF_EVEN);
  }

  /** The price of a kWh now, money. */
  public static BigDecimal price(Account account, Prices prices) {
    return prices.of(account.rate());
  }

  /**
   * The account after a reading. The day begins anew when the date of the inverter's clock turned;
   * what was imported over midnight, or over a change of the rate while nothing was read, is shared
   * by time.
   *
   * @param last the account after the reading before; empty at the very first
   * @param asked the rate that a command asked for since, under a dynamic tariff
   */
  public static Account next(
      Optional<Account> last, Prices prices, Optional<Rate> asked, MeterReading reading) {
    if (last.isEmpty()) {
      Rate rate = prices.dynamic() ? asked.orElse(Rate.DAY) : prices.at(time(reading));
      return opened(rate, reading);
    }
    Account before = last.get();
    LocalDateTime from = before.wall();
    BigDecimal energy = reading.imported().subtract(before.imported()).max(BigDecimal.ZERO);
    Account account = before;
    if (!reading.wall().toLocalDate().equals(from.toLocalDate())) {
      LocalDateTime midnight = reading.wall().toLocalDate().atStartOfDay();
      BigDecimal ofToday =
          from.isBefore(midnight) ? share(energy, from, midnight, reading) : energy;
      account = newDay(before, reading.imported().subtract(ofToday));
      energy = ofToday;
      from = midnight;
    }
    boolean grew = energy.signum() > 0;
    account =
        prices.dynamic()
            ? booked(account, account.rate(), energy)
            : bookedByTime(account, prices, from, reading, energy);
    account = account.read(reading.wall(), reading.imported());
    account =
        account.switched(
            prices.dynamic() ? asked.orElse(account.rate()) : prices.at(time(reading)));
    return valued(grew ? meanPrice(account, prices, reading) : account, prices, reading);
  }

  private static Account opened(Rate rate, MeterReading reading) {
    return new Account(
        rate,
        Period.from(reading.imported()),
        Period.from(reading.imported()),
        BigDecimal.ZERO,
        Battery.first(slot(reading), reading.stored(), reading.charged()),
        reading.wall(),
        reading.imported());
  }

  private static LocalTime time(MeterReading reading) {
    return reading.wall().toLocalTime();
  }

  /** The part of the energy that came after a time, if it came evenly. */
  private static BigDecimal share(
      BigDecimal energy, LocalDateTime from, LocalDateTime since, MeterReading reading) {
    long all = Math.max(1, Duration.between(from, reading.wall()).toMillis());
    long part = Duration.between(since, reading.wall()).toMillis();
    return part <= 0 || energy.signum() == 0
        ? BigDecimal.ZERO
        : energy
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(all), FINE, RoundingMode.HALF_EVEN);
  }

  private static Account newDay(Account before, BigDecimal imported) {
    return before
        .with(Rate.DAY, Period.from(imported))
        .with(Rate.NIGHT, Period.from(imported))
        .read(before.wall(), imported);
  }

  private static Account booked(Account account, Rate rate, BigDecimal energy) {
    return energy.signum() == 0
        ? account
        : account
            .with(rate, account.of(rate).and(energy))
            .read(account.wall(), account.imported().add(energy));
  }

  /** Books the energy span by span as the rates changed. */
  private static Account bookedByTime(
      Account account, Prices prices, LocalDateTime from, MeterReading reading, BigDecimal energy) {
    Account booked = account;
    LocalDateTime at = from;
    BigDecimal rest = energy;
    while (at.isBefore(reading.wall()) && rest.signum() > 0) {
      LocalDateTime end = nextChange(prices, at);
      BigDecimal later =
          end.isBefore(reading.wall()) ? share(rest, at, end, reading) : BigDecimal.ZERO;
      Rate rate = prices.at(at.toLocalTime());
      booked = booked(booked.switched(rate), rate, rest.subtract(later));
      rest = later;
      at = end;
    }
    return booked(booked, booked.rate(), rest);
  }

  private static LocalDateTime nextChange(Prices prices, LocalDateTime after) {
    LocalDateTime day = next(prices.dayStart(), after);
    LocalDateTime night = next(prices.nightStart(), after);
    return day.isBefore(night) ? day : night;
  }

  private static LocalDateTime next(LocalTime time, LocalDateTime after) {
    LocalDateTime same = after.toLocalDate().atTime(time);
    return same.isAfter(after) ? same : same.plusDays(1);
  }

  private static Account meanPrice(Account account, Prices prices, MeterReading reading) {
    BigDecimal costs = cost(account, prices, Rate.DAY).add(cost(account, prices, Rate.NIGHT));
    return reading
        .importedToday()
        .filter(energy -> energy.signum() > 0)
        .map(energy -> account.with(costs.divide(energy, FINE, RoundingMode.HALF_EVEN)))
        .orElse(account);
  }

  private static Account valued(Account account, Prices prices, MeterReading reading) {
    long slot = slot(reading);
    if (slot == account.battery().slot()
        || reading.stored().isEmpty()
        || reading.charged().isEmpty()) {
      return account;
    }
    return account.with(
        account
            .battery()
            .valued(slot, reading.stored().get(), reading.charged().get(), price(account, prices)));
  }

  private static long slot(MeterReading reading) {
    long seconds = reading.wall().toEpochSecond(ZoneOffset.UTC);
    return Math.floorDiv(seconds + SECONDS_BEFORE_SLOT, SECONDS_OF_SLOT);
  }
}
