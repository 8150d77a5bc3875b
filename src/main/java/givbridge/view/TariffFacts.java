package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import givbridge.tariff.Account;
import givbridge.tariff.Prices;
import givbridge.tariff.Rate;
import givbridge.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What formulas can say of the account, as {@code tariff:name}. */
final class TariffFacts {
  /** Stands for the account in formulas. */
  static final String TARIFF = "tariff";

  private static final Map<String, Fact> FACTS = facts();

  /** The names with the kind of value that each gives. */
  static final Map<String, ValueKind> KINDS =
      FACTS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, fact -> fact.getValue().kind()));

  /** How a fact is worked out. */
  private record Fact(ValueKind kind, Telling telling) {}

  private interface Telling {
    Value of(Account account, Prices prices);
  }

  private interface Figure {
    BigDecimal of(Account account, Prices prices);
  }

  private TariffFacts() {}

  private static Map<String, Fact> facts() {
    Map<String, Fact> all = new HashMap<>();
    all.put("rate", new Fact(ValueKind.TEXT, (account, prices) -> new Value.Text(rate(account))));
    all.put("price", number(Tariff::price));
    all.put("day_price", number((account, prices) -> prices.day()));
    all.put("night_price", number((account, prices) -> prices.night()));
    all.put("export_price", number((account, prices) -> prices.export()));
    all.put("day_energy", number((account, prices) -> account.day().energy()));
    all.put("day_start", number((account, prices) -> account.day().start()));
    all.put("day_before", number((account, prices) -> account.day().before()));
    all.put("day_cost", number((account, prices) -> Tariff.cost(account, prices, Rate.DAY)));
    all.put("night_energy", number((account, prices) -> account.night().energy()));
    all.put("night_start", number((account, prices) -> account.night().start()));
    all.put("night_before", number((account, prices) -> account.night().before()));
    all.put("night_cost", number((account, prices) -> Tariff.cost(account, prices, Rate.NIGHT)));
    all.put("mean_price", number((account, prices) -> account.perKwhToday()));
    all.put("battery_value", number((account, prices) -> account.battery().value()));
    all.put("battery_price", number((account, prices) -> account.battery().perKwh()));
    return all;
  }

  private static Fact number(Figure figure) {
    return new Fact(
        ValueKind.NUMBER, (account, prices) -> new Value.Amount(figure.of(account, prices)));
  }

  private static String rate(Account account) {
    return ChoiceFunctions.capitalised(account.rate().name());
  }

  /**
   * A fact of an account.
   *
   * @param at when what the account was made of was read
   */
  static Reading of(String name, Account account, Prices prices, Instant at) {
    Fact fact = FACTS.get(name);
    return fact == null
        ? Reading.unknown(Why.NOT_APPLICABLE)
        : new Known(fact.telling().of(account, prices), at);
  }
}
