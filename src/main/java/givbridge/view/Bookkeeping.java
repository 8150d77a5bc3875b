package givbridge.view;

import givbridge.cleaning.InverterClock;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Why;
import givbridge.tariff.Account;
import givbridge.tariff.MeterReading;
import givbridge.tariff.Tariff;
import givbridge.view.TariffTable.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The account in one pass: it is taken further once, when a leaf first asks for it. */
final class Bookkeeping {
  private final Optional<Books> books;
  private final Map<Input, Integer> inputs;
  private final InverterClock clock;
  private Optional<Account> account;
  private Instant readAt = Instant.EPOCH;
  private boolean taken;

  /**
   * Bookkeeping.
   *
   * @param inputs numbers of the leaves that the account is made of
   * @param clock the inverter's, by which rates change
   */
  Bookkeeping(Optional<Books> books, Map<Input, Integer> inputs, InverterClock clock) {
    this.books = books;
    this.inputs = inputs;
    this.clock = clock;
    this.account = books.flatMap(Books::account);
  }

  /** A fact of the tariff. */
  Reading fact(Evaluation evaluation, String name) {
    if (books.isEmpty()) {
      return Reading.unknown(Why.NOT_APPLICABLE);
    }
    Books kept = books.get();
    if (!taken) {
      taken = true;
      takeFurther(evaluation, kept);
    }
    return account.isPresent()
        ? TariffFacts.of(name, account.get(), kept.prices(), readAt)
        : Reading.unknown(Why.NOT_APPLICABLE);
  }

  /** The account after this pass. */
  Optional<Account> account() {
    return account;
  }

  private void takeFurther(Evaluation evaluation, Books kept) {
    Map<Input, BigDecimal> numbers = new EnumMap<>(Input.class);
    Optional<Instant> at = Optional.empty();
    for (Map.Entry<Input, Integer> input : inputs.entrySet()) {
      if (evaluation.leaf(input.getValue()) instanceof Known known) {
        Function.number(known.value()).ifPresent(n -> numbers.put(input.getKey(), n));
        at = input.getKey() == Input.IMPORTED ? Optional.of(known.at()) : at;
      }
    }
    Optional<LocalDateTime> wall = at.flatMap(clock::wallTime);
    if (wall.isPresent()) {
      account =
          Optional.of(
              Tariff.next(account, kept.prices(), kept.asked(), reading(wall.get(), numbers)));
    }
    readAt = at.orElse(Instant.EPOCH);
  }

  private static MeterReading reading(LocalDateTime wall, Map<Input, BigDecimal> numbers) {
    return new MeterReading(
        wall,
        numbers.getOrDefault(Input.IMPORTED, BigDecimal.ZERO),
        Optional.ofNullable(numbers.get(Input.IMPORTED_TODAY)),
        Optional.ofNullable(numbers.get(Input.CHARGED)),
        Optional.ofNullable(numbers.get(Input.STORED)));
  }
}
