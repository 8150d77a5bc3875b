package givbridge.plant;

import givbridge.registers.Bank;

/**
 * A run of registers that is read in one request.
 *
 * @param bank kind of register
 * @param base first register number
 * @param count how many, 1..60
 */
public record BlockSpec(Bank bank, int base, int count) {
  /** Whether a register lies within. */
  public boolean contains(Bank other, int address) {
    return bank == other && address >= base && address < base + count;
  }

  @Override
  public String toString() {
    return bank + "(" + base + "," + count + ")";
  }
}
