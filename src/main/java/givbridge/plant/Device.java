package givbridge.plant;

import java.util.Optional;
import java.util.Set;

/**
 * A device that was found.
 *
 * @param kind its kind
 * @param seat where it is
 * @param index its number among the found ones of its kind, from 1, by place
 * @param key what fills the placeholder of its kind in published paths
 * @param traits those of the inverter, and {@code addr:0x..} for its own address
 * @param parent the device that it is a part of
 */
public record Device(
    DeviceKind kind,
    Seat seat,
    int index,
    String key,
    Set<String> traits,
    Optional<Device> parent) {
  public Device {
    traits = Set.copyOf(traits);
  }

  /** A device that is part of none, at the first place of that address. */
  public Device(DeviceKind kind, int address, int index, String key, Set<String> traits) {
    this(kind, new Seat(address, 0, number(kind, address)), index, key, traits, Optional.empty());
  }

  private static int number(DeviceKind kind, int address) {
    return Math.max(kind.addresses().indexOf(address), 0) + 1;
  }

  /** Its address on the bus; of a told one that of the inverter. */
  public int address() {
    return seat.address();
  }

  /** A block of it, by the register numbers of its map. */
  public BlockKey block(BlockSpec spec) {
    return seat.block(spec);
  }

  /** The same with another number among those of its kind. */
  Device numbered(int number) {
    return new Device(kind, seat, number, key, traits, parent);
  }

  /** The same behind an inverter that can do other things than was thought. */
  Device behind(Identity identity) {
    return new Device(
        kind,
        seat,
        index,
        key,
        ModelTables.traitsAt(identity, address()),
        parent.map(it -> it.behind(identity)));
  }

  /** Whether this is the inverter itself. */
  public boolean isInverter() {
    return kind.name().equals(DeviceKind.INVERTER);
  }
}
