package givbridge.plant;

import org.jspecify.annotations.Nullable;

/**
 * A place where a device of some kind may be.
 *
 * @param address device address on the bus
 * @param offset by how much its register numbers are shifted there; the parts of a second stack
 *     share the addresses of those of the first
 * @param number its number among the places of its kind, from 1
 */
public record Seat(int address, int offset, int number) {
  /** A block of the device that is there, by the register numbers of its map. */
  public BlockKey block(BlockSpec spec) {
    return new BlockKey(address, new BlockSpec(spec.bank(), spec.base() + offset, spec.count()));
  }

  /** Written out, since each value of a device is looked up by its seat. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Seat seat
            && address == seat.address
            && offset == seat.offset
            && number == seat.number);
  }

  @Override
  public int hashCode() {
    return (address * 31 + offset) * 31 + number;
  }
}
