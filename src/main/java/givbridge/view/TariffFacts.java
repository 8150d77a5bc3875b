package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Value;
import givbridge.tariff.Account;
import givbridge.tariff.Period;
import givbridge.tariff.Prices;
import givbridge.tariff.Rate;
import givbridge.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What formulas can say of the account, as {@code tariff:name}. */
final class TariffFacts {
  /** Stands for the account in formulas. */
  static final String TARIFF = "tariff";

  private static final String RATE = "rate";

  /** The names with the kind of value that each gives. */
  static final Map<String, ValueKind> KINDS =
      Stream.of(
              RATE,
              "price",
              "day_price",
              "night_price",
              "export_price",
              "day_energy",
              "day_start",
              "day_before",
              "day_cost",
              "night_energy",
              "night_start",
              "night_before",
              "night_cost",
              "mean_price",
              "battery_value",
              "battery_price")
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name, name -> name.equals(RATE) ? ValueKind.TEXT : ValueKind.NUMBER));

  private TariffFacts() {}

  static Map<String, Reading> of(Account account, Prices prices, Instant at) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    numbers.put("price", Tariff.price(account, prices));
    numbers.put("day_price", prices.day());
    numbers.put("night_price", prices.night());
    numbers.put("export_price", prices.export());
    put(numbers, "day_", account.day(), Tariff.cost(account, prices, Rate.DAY));
    put(numbers, "night_", account.night(), Tariff.cost(account, prices, Rate.NIGHT));
    numbers.put("mean_price", account.perKwhToday());
    numbers.put("battery_value", account.battery().value());
    numbers.put("battery_price", account.battery().perKwh());
    Map<String, Reading> facts = new HashMap<>();
    numbers.forEach((name, number) -> facts.put(name, new Known(new Value.Amount(number), at)));
    facts.put(RATE, new Known(new Value.Text(name(account)), at));
    return facts;
  }

  private static void put(
      Map<String, BigDecimal> numbers, String prefix, Period period, BigDecimal cost) {
    numbers.put(prefix + "energy", period.energy());
    numbers.put(prefix + "start", period.start());
    numbers.put(prefix + "before", period.before());
    numbers.put(prefix + "cost", cost);
  }

  private static String name(Account account) {
    return ChoiceFunctions.capitalised(account.rate().name());
  }
}
