package givbridge.plant;

import org.jspecify.annotations.Nullable;

/**
 * A block of one device.
 *
 * @param address device address on the bus
 */
public record BlockKey(int address, BlockSpec spec) {
  /** Written out, since a poll looks blocks up by their keys again and again. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof BlockKey key && address == key.address && spec.equals(key.spec));
  }

  @Override
  public int hashCode() {
    return address * 31 + spec.hashCode();
  }

  @Override
  public String toString() {
    return spec + " at 0x" + Integer.toHexString(address);
  }
}
