package givbridge.registers;

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

  /** The function code that reads this bank. */
  public int function() {
    return function;
  }
}
