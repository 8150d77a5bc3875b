package givbridge.command;

import givbridge.plant.Snapshot;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a conversion may look at.
 *
 * @param operands names of its parameters and registers
 * @param given the settled arguments
 * @param rows the registers among the operands
 * @param target the register that is written
 * @param known what the inverter is and holds, and what was kept
 */
record Inputs(
    List<String> operands,
    Map<String, Argument> given,
    Map<String, RegisterRow> rows,
    RegisterRow target,
    Known known) {
  /** What is known of the inverter. */
  record Known(Snapshot snapshot, Remembered remembered, Subject subject) {}

  /** An argument; the tables were checked, so that it is there and of that kind. */
  <T extends Argument> T argument(int operand, Class<T> type) {
    return type.cast(Objects.requireNonNull(given.get(operands.get(operand))));
  }

  /** What may be written to a register. */
  Interval writable(int operand) {
    return Limits.writable(row(operand)).orElseThrow();
  }

  /** The number that the inverter holds in a register. */
  Optional<BigDecimal> amount(int operand) {
    return known
        .snapshot()
        .reading(row(operand).name())
        .known()
        .flatMap(v -> v instanceof Value.Amount it ? Optional.of(it.number()) : Optional.empty());
  }

  /** What was kept of a register. */
  Optional<Integer> remembered(int operand) {
    return known.remembered().value(row(operand).name());
  }

  /** The number that a leaf shows. */
  Optional<BigDecimal> shown(int operand) {
    return known.subject().number(operands.get(operand));
  }

  private RegisterRow row(int operand) {
    return Objects.requireNonNull(rows.get(operands.get(operand)));
  }
}
