package givbridge.plant;

/**
 * A block of one device.
 *
 * @param address device address on the bus
 */
public record BlockKey(int address, BlockSpec spec) {
  @Override
  public String toString() {
    return spec + " at 0x" + Integer.toHexString(address);
  }
}
