package givbridge.plant;

import java.util.Set;

/**
 * A device that was found.
 *
 * @param kind its kind
 * @param address its address on the bus
 * @param index its number among those of its kind, from 1, by address
 * @param key what fills the placeholder of its kind in published paths
 * @param traits those of the inverter, and {@code addr:0x..} for its own address
 */
public record Device(DeviceKind kind, int address, int index, String key, Set<String> traits) {
  public Device {
    traits = Set.copyOf(traits);
  }

  /** The same with another number among those of its kind. */
  Device numbered(int number) {
    return new Device(kind, address, number, key, traits);
  }

  /** Whether this is the inverter itself. */
  public boolean isInverter() {
    return kind.name().equals(DeviceKind.INVERTER);
  }
}
