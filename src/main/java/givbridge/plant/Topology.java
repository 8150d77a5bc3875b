package givbridge.plant;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands behind one connection.
 *
 * @param identity the inverter
 * @param devices the inverter first, then what hangs on it, by kind and address
 */
public record Topology(Identity identity, List<Device> devices) {
  public Topology {
    devices = List.copyOf(devices);
    if (devices.isEmpty() || !devices.get(0).isInverter()) {
      throw new IllegalArgumentException("the inverter comes first");
    }
  }

  /** The inverter as a device. */
  public Device inverter() {
    return devices.get(0);
  }

  /** The devices of a kind, by address. */
  public Stream<Device> of(String kind) {
    return devices.stream().filter(device -> device.kind().name().equals(kind));
  }
}
