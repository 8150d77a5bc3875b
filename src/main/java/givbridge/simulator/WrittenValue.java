package givbridge.simulator;

import givbridge.registers.Codes;
import givbridge.registers.RegisterRow;
import givbridge.registers.RegisterType;
import givbridge.registers.Value;
import givbridge.tables.Row;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Values of registers as tables write them. */
final class WrittenValue {

  private WrittenValue() {}

  /** The cell as a value that the register can hold; otherwise a fault of the row. */
  static Optional<Value> of(Row row, String column, RegisterRow register) {
    String text = row.required(column);
    if (!register.codes().equals(Codes.NONE)) {
      return code(row, text, register);
    }
    if (WordImage.isText(register.type())) {
      return Optional.of(new Value.Text(text));
    }
    if (register.type() == RegisterType.TIMESLOT) {
      return slot(row, column);
    }
    return row.decimal(column)
        .map(
            number ->
                isSwitch(register.type())
                    ? new Value.Flag(number.signum() != 0)
                    : new Value.Amount(number));
  }

  private static boolean isSwitch(RegisterType type) {
    return switch (type) {
      case BOOL, BOOL_HIGH, BOOL_LOW -> true;
      default -> false;
    };
  }

  private static Optional<Value> code(Row row, String name, RegisterRow register) {
    Optional<Integer> number = register.codes().number(name);
    if (number.isEmpty()) {
      row.fault(register.name() + " has no code " + name);
    }
    return number.map(
        known ->
            register.type() == RegisterType.ENUM_NUMBER
                ? new Value.Amount(new BigDecimal(name))
                : new Value.Code(known, name));
  }

  private static Optional<Value> slot(Row row, String column) {
    List<String> ends = row.list(column, "-");
    try {
      if (ends.size() == 2) {
        return Optional.of(
            new Value.Slot(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1))));
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    row.fault(column + " is no time slot such as 00:30-04:30: " + row.text(column));
    return Optional.empty();
  }
}
