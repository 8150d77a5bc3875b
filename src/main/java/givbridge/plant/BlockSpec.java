package givbridge.plant;

import givbridge.registers.Bank;
import org.jspecify.annotations.Nullable;

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

  /** Written out as that of {@link BlockKey}, of which it is a part. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof BlockSpec spec
            && bank == spec.bank
            && base == spec.base
            && count == spec.count);
  }

  @Override
  public int hashCode() {
    return (bank.function() * 31 + base) * 31 + count;
  }

  @Override
  public String toString() {
    return bank + "(" + base + "," + count + ")";
  }
}
