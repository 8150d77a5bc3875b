package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A function of the library.
 *
 * @param takes the sort of each argument; the last one holds for all further ones if it repeats
 * @param repeats whether the last argument may stand any number of times, also not at all
 * @param gives the sort of its result
 * @param operation what it does; pure
 */
record Function(List<Takes> takes, boolean repeats, Gives gives, Operation operation) {
  /** What a function does. */
  @FunctionalInterface
  interface Operation {
    Reading apply(Call call);
  }

  /** What a function calculates from known numbers. */
  @FunctionalInterface
  interface Calculation {
    BigDecimal of(List<BigDecimal> numbers);
  }

  /** The sort of an argument. */
  enum Takes {
    ANY,
    NUMBER,
    TEXT,
    CODE,
    TIME,
    MOMENT;

    boolean allows(ValueKind kind) {
      return switch (this) {
        case ANY -> true;
        case NUMBER -> kind.isNumeric();
        case TEXT -> kind == ValueKind.TEXT;
        case CODE -> kind == ValueKind.CODE;
        case TIME -> kind == ValueKind.TIME;
        case MOMENT -> kind == ValueKind.MOMENT;
      };
    }
  }

  /** The sort of a result. */
  enum Gives {
    NUMBER,
    FLAG,
    TEXT,
    TIME,
    MOMENT,
    /** That of the first argument. */
    AS_FIRST,
    /** That of the second argument. */
    AS_SECOND;

    ValueKind kind(List<ValueKind> arguments) {
      return switch (this) {
        case NUMBER -> ValueKind.NUMBER;
        case FLAG -> ValueKind.FLAG;
        case TEXT -> ValueKind.TEXT;
        case TIME -> ValueKind.TIME;
        case MOMENT -> ValueKind.MOMENT;
        case AS_FIRST -> arguments.get(0);
        case AS_SECOND -> arguments.get(1);
      };
    }
  }

  /** Whether so many arguments are right. */
  boolean allows(int count) {
    return repeats ? count >= takes.size() - 1 : count == takes.size();
  }

  /** The sort of the argument at that place. */
  Takes taking(int number) {
    return takes.get(Math.min(number, takes.size() - 1));
  }

  /** A calculation over exactly so many numbers. */
  static Function numbers(int count, Calculation calculation) {
    return new Function(
        Collections.nCopies(count, Takes.NUMBER), false, Gives.NUMBER, calculating(calculation));
  }

  /** A calculation over at least one number. */
  static Function anyNumbers(Calculation calculation) {
    return new Function(
        List.of(Takes.NUMBER, Takes.NUMBER), true, Gives.NUMBER, calculating(calculation));
  }

  private static Operation calculating(Calculation calculation) {
    return call ->
        ofNumbers(call, call.count(), numbers -> new Value.Amount(calculation.of(numbers)));
  }

  /** What is made of the first arguments as numbers; unknown if one of them is. */
  static Reading ofNumbers(
      Call call, int count, java.util.function.Function<List<BigDecimal>, Value> making) {
    List<BigDecimal> numbers = new ArrayList<>(count);
    Instant oldest = Instant.EPOCH;
    for (int i = 0; i < count; i++) {
      if (!(call.argument(i) instanceof Reading.Known known)) {
        return Reading.unknown(Why.INPUT_UNKNOWN);
      }
      Optional<BigDecimal> number = number(known.value());
      if (number.isEmpty()) {
        return Reading.unknown(Why.INPUT_UNKNOWN);
      }
      numbers.add(number.get());
      oldest = older(oldest, known.at());
    }
    return new Reading.Known(making.apply(numbers), oldest);
  }

  /** A value as a number: codes by their number, flags as 1 or 0. */
  static Optional<BigDecimal> number(Value value) {
    if (value instanceof Value.Amount amount) {
      return Optional.of(amount.number());
    } else if (value instanceof Value.Code code) {
      return Optional.of(BigDecimal.valueOf(code.number()));
    } else if (value instanceof Value.Flag flag) {
      return Optional.of(flag.on() ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    return Optional.empty();
  }

  /** The value of a reading as a number, if it is known and one. */
  static Optional<BigDecimal> numberIn(Reading reading) {
    return reading instanceof Reading.Known known ? number(known.value()) : Optional.empty();
  }

  /** Whether a reading is known to be 0. */
  static boolean isZero(Reading reading) {
    return numberIn(reading).orElse(BigDecimal.ONE).signum() == 0;
  }

  /** The older of two times; the epoch is the time of what never changes and does not count. */
  private static Instant older(Instant one, Instant other) {
    if (one.equals(Instant.EPOCH)) {
      return other;
    }
    return other.equals(Instant.EPOCH) || one.isBefore(other) ? one : other;
  }
}
