package givbridge.registers;

import givbridge.tables.Row;

/** A kind of register, with the Modbus function that reads it. */
public enum Bank {
  /** Holding registers: settings and clock. */
  HR(3),
  /** Input registers: measurements and counters. */
  IR(4),
  /** Product data of a meter; function 0x16 is GivEnergy's own. */
  MR(0x16);

  private final int function;

  Bank(int function) {
    this.function = function;
  }

  /** The bank that a cell of a table names; any other word is a fault. */
  public static Bank of(Row row, String column) {
    String text = row.required(column);
    for (Bank bank : values()) {
      if (bank.name().equals(text)) {
        return bank;
      }
    }
    row.fault(column + " is none of HR, IR, MR: " + text);
    return HR;
  }

  /** The function code that reads this bank. */
  public int function() {
    return function;
  }
}
