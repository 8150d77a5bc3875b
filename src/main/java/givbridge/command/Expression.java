package givbridge.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written to a register. */
public sealed interface Expression {
  /** Always the same number. */
  record Constant(int number) implements Expression {}

  /**
   * A number made from parameters, registers and leaves.
   *
   * @param operands names of parameters and registers, and paths of leaves, in the order of the
   *     conversion
   */
  record Call(Conversion conversion, List<String> operands) implements Expression {
    public Call {
      operands = List.copyOf(operands);
    }
  }

  /** Reads the written form, a number or {@code conversion(name name)}; empty if it is none. */
  static Optional<Expression> parse(String text) {
    if (text.matches("\\d{1,5}")) {
      return Optional.of(new Constant(Integer.parseInt(text)));
    }
    Matcher call = Pattern.compile("([a-z_]+)\\(([\\w/{} ]*)\\)").matcher(text);
    return call.matches()
        ? conversion(call.group(1)).map(found -> new Call(found, operands(call.group(2))))
        : Optional.empty();
  }

  private static Optional<Conversion> conversion(String name) {
    return Arrays.stream(Conversion.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static List<String> operands(String text) {
    return Arrays.stream(text.split(" ")).filter(name -> !name.isEmpty()).toList();
  }
}
