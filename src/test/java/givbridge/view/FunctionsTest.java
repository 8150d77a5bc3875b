package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library of functions, one line a case. */
class FunctionsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T22:59:59.900Z");

  private record Arguments(List<Reading> readings, Optional<Reading.Known> shown) implements Call {
    @Override
    public int count() {
      return readings.size();
    }

    @Override
    public Reading argument(int number) {
      return readings.get(number);
    }

    @Override
    public Reading before(int number) {
      return Reading.unknown(Why.NEVER_READ);
    }

    @Override
    public int word(int number) {
      return Words.UNKNOWN;
    }

    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public ZoneId zone() {
      return ZoneId.of("Europe/London");
    }
  }

  private Reading apply(String function, Reading... arguments) {
    return Functions.get(function)
        .orElseThrow()
        .operation()
        .apply(new Arguments(List.of(arguments), Optional.empty()));
  }

  /** {@code ?} is unknown, {@code on} and {@code off} are flags, quoted is text. */
  private static Reading reading(String text) {
    if (text.equals("?")) {
      return Reading.unknown(Why.NEVER_READ);
    } else if (text.equals("on") || text.equals("off")) {
      return known(new Value.Flag(text.equals("on")));
    } else if (text.startsWith("\"")) {
      return known(new Value.Text(text.replace("\"", "")));
    }
    return known(new Value.Amount(new BigDecimal(text)));
  }

  private static Reading known(Value value) {
    return new Reading.Known(value, NOW);
  }

  private static String written(Reading reading) {
    return reading instanceof Reading.Unknown unknown
        ? unknown.why().name()
        : reading
            .known()
            .map(
                value -> {
                  if (value instanceof Value.Text text) {
                    return text.text();
                  } else if (value instanceof Value.Flag flag) {
                    return flag.on() ? "on" : "off";
                  }
                  return ((Value.Amount) value).number().toPlainString();
                })
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "sum; 0.1 0.2 3; 3.3",
        "sum; 1 ?; INPUT_UNKNOWN",
        "sum; 1 \"x\"; INPUT_UNKNOWN",
        "minus; 10 3 2.5; 4.5",
        "product; 186 51.2 0.001; 9.5232",
        "least; 3 -1 2; -1",
        "mean; 30.1 30.2 30.4; 30.23333333333333",
        "mean; 1 ?; INPUT_UNKNOWN",
        "mean_above_zero; 43 45 0; 44",
        "mean_above_zero; 0 0; 0",
        "mean_above_zero; 43 ?; INPUT_UNKNOWN",
        "sum_of_products; 52 50 3 6; 456",
        "positive_part; -4; 0",
        "positive_part; 4; 4",
        "negative_part; -4; 4",
        "negative_part; 4; 0",
        "floor; 1523.712; 1523",
        "floor; -0.1; -1",
        "round; 3.145 2; 3.15",
        "percent_of; 50 9.5; 4.750",
        "scaled_to; 501.1 100; 50.11",
        "scaled_to; 50.11 100; 50.11",
        "minutes_to_move; 9.5232 30 1000; 171",
        "minutes_to_move; 9.5232 30 0; 0",
        "minutes_to_move; 9.5232 -5 1000; 0",
        "minutes_to_move; ? 30 0; INPUT_UNKNOWN",
        "at_least; 4 4; on",
        "at_least; 3.9 4; off",
        "equal; 4.0 4; on",
        "equal; 4.1 4; off",
        "bit; 14 1; on",
        "bit; 14 0; off",
        "first_known; ? 7 8; 7",
        "first_known; ? ?; NEVER_READ",
        "or_zero; ?; 0",
        "or_zero; 5; 5",
        "when; 3 \"yes\"; yes",
        "when; 0 \"yes\"; NOT_APPLICABLE",
        "when; ? \"yes\"; NOT_APPLICABLE",
        "choose; on \"a\" \"b\"; a",
        "choose; off \"a\" \"b\"; b",
        "choose; ? \"a\" \"b\"; INPUT_UNKNOWN",
        "unless_zero; 0.0; NOT_APPLICABLE",
        "unless_zero; 2; 2",
        "unless_zero; ?; NEVER_READ",
        "unless_both_zero; 0 0; NOT_APPLICABLE",
        "unless_both_zero; 0 1; 0",
        "while_within; 5 7 0 7; 5",
        "while_within; 5 8 0 7; OUT_OF_BOUNDS",
        "while_within; 5 ? 0 7; INPUT_UNKNOWN",
        "word; 1 \"a\" \"b\"; b",
        "word; 2 \"a\" \"b\"; UNREADABLE",
        "word; -1 \"a\" \"b\"; UNREADABLE",
        "word; ? \"a\"; INPUT_UNKNOWN",
        "two_decimals; 1.4; 1.40",
        "last_good; ?; NEVER_READ",
        "held_at_zero; 5 0; 5",
        "held_at_zero; 0 0; REFUSED",
        "held_at_zero; 0 1; 0",
        "held_at_zero; 0 ? 0 0; 0",
        "held_at_zero; 0 ? 0 1; REFUSED",
        "after_minutes; 1; 2026-07-01T00:00:59+01:00",
        "after_minutes; ?; INPUT_UNKNOWN"
      })
  void aFunctionGivesWhatItsNameSays(String function, String arguments, String result) {
    Reading[] readings =
        Arrays.stream(arguments.split(" ")).map(FunctionsTest::reading).toArray(Reading[]::new);
    assertThat(written(apply(function, readings))).isEqualTo(result);
  }

  @Test
  void codesAreNamedWithACapitalLetter() {
    assertThat(apply("capitalised", known(new Value.Code(2, "SET_LOWER_LIMIT"))))
        .isEqualTo(known(new Value.Text("Set_lower_limit")));
    assertThat(apply("capitalised", reading("?"))).isEqualTo(reading("?"));
  }

  @Test
  void momentsBeforeTheYearAreUnreadable() {
    Reading early = known(new Value.Moment(LocalDateTime.of(2000, 12, 31, 23, 59)));
    Reading set = known(new Value.Moment(LocalDateTime.of(2001, 1, 1, 0, 0)));
    assertThat(apply("since_year", early, reading("2001")))
        .isEqualTo(Reading.unknown(Why.UNREADABLE));
    assertThat(apply("since_year", set, reading("2001"))).isEqualTo(set);
  }

  @Test
  void slotTimesThatCanBeReadStayAsTheyAre() {
    Reading time = known(new Value.TimeOfDay(LocalTime.of(4, 30)));
    assertThat(apply("slot_time", time)).isEqualTo(time);
    assertThat(apply("slot_time", Reading.unknown(Why.UNREADABLE)))
        .isEqualTo(Reading.unknown(Why.UNREADABLE));
  }

  @Test
  void whatCannotBeReadIsBridgedByWhatWasShown() {
    Reading.Known shown = new Reading.Known(Value.Amount.of(7), Instant.EPOCH);
    Function lastGood = Functions.get("last_good").orElseThrow();
    assertThat(
            lastGood
                .operation()
                .apply(new Arguments(List.of(Reading.unknown(Why.UNREADABLE)), Optional.of(shown))))
        .isEqualTo(shown);
    assertThat(
            lastGood
                .operation()
                .apply(new Arguments(List.of(Reading.unknown(Why.NEVER_READ)), Optional.of(shown))))
        .isEqualTo(Reading.unknown(Why.NEVER_READ));
  }

  @Test
  void aResultIsAsOldAsItsOldestArgumentButConstantsHaveNoAge() {
    Reading old = new Reading.Known(Value.Amount.of(1), NOW.minusSeconds(60));
    Reading constant = new Reading.Known(Value.Amount.of(2), Instant.EPOCH);
    assertThat(apply("sum", constant, reading("5"), old))
        .isEqualTo(new Reading.Known(Value.Amount.of(8), NOW.minusSeconds(60)));
    assertThat(apply("sum", constant, constant))
        .isEqualTo(new Reading.Known(Value.Amount.of(4), Instant.EPOCH));
  }
}
