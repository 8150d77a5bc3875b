package givbridge.command;

import givbridge.registers.Bank;
import givbridge.registers.RegisterRow;
import givbridge.registers.RegisterType;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One value for one register. There is no other way to have one than from a row of the register map
 * that may be written and a value within its range, so that nothing else can ever reach an
 * inverter.
 */
public final class RegisterWrite {
  private final RegisterRow row;
  private final int value;

  private RegisterWrite(RegisterRow row, int value) {
    this.row = row;
    this.value = value;
  }

  /**
   * A write of a register.
   *
   * @param row a single holding register that may be written
   * @param value the word, within what the row says may be written
   * @throws IllegalArgumentException if the register must not be written, or not so
   */
  public static RegisterWrite of(RegisterRow row, int value) {
    if (row.bank() != Bank.HR || row.addresses().size() != 1 || row.writable().isEmpty()) {
      throw new IllegalArgumentException(row.name() + " must not be written");
    }
    if (!takes(row, value)) {
      throw new IllegalArgumentException(
          row.name() + " takes " + Limits.writable(row).orElseThrow() + ", not " + value);
    }
    return new RegisterWrite(row, value);
  }

  /** Whether the value is one that may be written to the row, if it may be written at all. */
  static boolean takes(RegisterRow row, int value) {
    boolean word = value >= 0 && value <= 0xFFFF;
    boolean time = row.type() != RegisterType.TIME || (value / 100 < 24 && value % 100 < 60);
    BigDecimal scaled = BigDecimal.valueOf(value).multiply(row.scale());
    return word && time && row.writable().filter(bounds -> bounds.contains(scaled)).isPresent();
  }

  /** The row of the register map. */
  public RegisterRow row() {
    return row;
  }

  /** The register's number. */
  public int register() {
    return row.address();
  }

  /** The register's name. */
  public String name() {
    return row.name();
  }

  /** The word, 0..65535. */
  public int value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegisterWrite that && row.equals(that.row) && value == that.value;
  }

  @Override
  public int hashCode() {
    return Objects.hash(row, value);
  }

  @Override
  public String toString() {
    return name() + " = " + value;
  }
}
