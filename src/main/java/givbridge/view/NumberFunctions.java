package givbridge.view;

import static java.math.BigDecimal.ZERO;

import givbridge.registers.Value;
import givbridge.view.Function.Gives;
import givbridge.view.Function.Takes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Functions that calculate. An unknown argument makes the result unknown. */
final class NumberFunctions {
  private static final BigDecimal MINUTES_PER_PERCENT = BigDecimal.valueOf(600);

  private NumberFunctions() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    // All arguments added up.
    all.put("sum", Function.anyNumbers(NumberFunctions::sum));
    // The first less all further ones.
    all.put("minus", Function.anyNumbers(n -> n.get(0).subtract(sum(n.subList(1, n.size())))));
    // All arguments multiplied.
    all.put("product", Function.anyNumbers(n -> joined(n, BigDecimal::multiply)));
    // The smallest argument.
    all.put("least", Function.anyNumbers(n -> joined(n, BigDecimal::min)));
    // The arithmetic mean of all arguments.
    all.put("mean", Function.anyNumbers(NumberFunctions::mean));
    // The arithmetic mean of all arguments above 0, as what is away reads as 0; 0 if all are.
    all.put("mean_above_zero", Function.anyNumbers(n -> mean(aboveZero(n))));
    // The first half of the arguments, each multiplied by its partner in the second half, added up.
    all.put("sum_of_products", Function.anyNumbers(NumberFunctions::sumOfProducts));
    // The number where it is above 0, else 0.
    all.put("positive_part", Function.numbers(1, n -> n.get(0).max(ZERO)));
    // How far the number is below 0, else 0.
    all.put("negative_part", Function.numbers(1, n -> n.get(0).negate().max(ZERO)));
    // The whole number below.
    all.put("floor", Function.numbers(1, n -> n.get(0).setScale(0, RoundingMode.FLOOR)));
    // The first, rounded to so many decimals as the second says.
    all.put(
        "round",
        Function.numbers(
            2, n -> n.get(0).setScale(n.get(1).intValueExact(), RoundingMode.HALF_UP)));
    // So many percent as the first says of the second.
    all.put("percent_of", Function.numbers(2, n -> n.get(0).multiply(n.get(1)).movePointLeft(2)));
    // The first, divided by ten until it is not above the second.
    all.put("scaled_to", Function.numbers(2, n -> scaled(n.get(0), n.get(1))));
    // Minutes until a battery of so many kWh has moved by so many percent at so many watts; 0
    // at rest and past the goal.
    all.put("minutes_to_move", Function.numbers(3, NumberFunctions::minutesToMove));
    // Whether the first is not below the second.
    all.put("at_least", comparison(n -> n.get(0).compareTo(n.get(1)) >= 0));
    // Whether both are the same number.
    all.put("equal", comparison(n -> n.get(0).compareTo(n.get(1)) == 0));
    // Whether that bit of the first is set; bit 0 is the lowest.
    all.put("bit", comparison(n -> (n.get(0).longValue() >> n.get(1).intValueExact() & 1) != 0));
    return all;
  }

  private interface Test {
    boolean holds(List<BigDecimal> numbers);
  }

  private static Function comparison(Test test) {
    return new Function(
        List.of(Takes.NUMBER, Takes.NUMBER),
        false,
        Gives.FLAG,
        call -> Function.ofNumbers(call, 2, numbers -> new Value.Flag(test.holds(numbers))));
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.isEmpty() ? ZERO : joined(numbers, BigDecimal::add);
  }

  /** One number of all, which are at least one; a loop, as some hundred are worked out a poll. */
  private static BigDecimal joined(List<BigDecimal> numbers, BinaryOperator<BigDecimal> operation) {
    BigDecimal all = numbers.get(0);
    for (int i = 1; i < numbers.size(); i++) {
      all = operation.apply(all, numbers.get(i));
    }
    return all;
  }

  private static BigDecimal mean(List<BigDecimal> numbers) {
    return numbers.isEmpty()
        ? ZERO
        : sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
  }

  private static List<BigDecimal> aboveZero(List<BigDecimal> numbers) {
    return numbers.stream().filter(number -> number.signum() > 0).toList();
  }

  private static BigDecimal sumOfProducts(List<BigDecimal> numbers) {
    int half = numbers.size() / 2;
    return IntStream.range(0, half)
        .mapToObj(i -> numbers.get(i).multiply(numbers.get(half + i)))
        .reduce(ZERO, BigDecimal::add);
  }

  private static BigDecimal scaled(BigDecimal number, BigDecimal limit) {
    BigDecimal scaled = number;
    while (scaled.compareTo(limit) > 0) {
      scaled = scaled.movePointLeft(1);
    }
    return scaled;
  }

  /** kWh times percent / 100 / (W / 1000) times 60. */
  private static BigDecimal minutesToMove(List<BigDecimal> numbers) {
    BigDecimal watts = numbers.get(2);
    if (watts.signum() <= 0) {
      return ZERO;
    }
    return numbers
        .get(0)
        .multiply(numbers.get(1))
        .multiply(MINUTES_PER_PERCENT)
        .divide(watts, 0, RoundingMode.DOWN)
        .max(ZERO);
  }
}
