package givbridge.plant;

import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * The same with one more device, in its place and with the numbers of its kind made anew.
   *
   * @param order the kinds in their order
   */
  public Topology with(List<DeviceKind> order, Device added) {
    List<Device> all =
        Stream.concat(
                devices.stream().filter(device -> device.address() != added.address()),
                Stream.of(added))
            .sorted(
                Comparator.comparingInt((Device device) -> order.indexOf(device.kind()))
                    .thenComparingInt(Device::address))
            .toList();
    List<Device> numbered = new ArrayList<>();
    for (Device device : all) {
      long before = numbered.stream().filter(other -> other.kind().equals(device.kind())).count();
      numbered.add(device.numbered((int) before + 1));
    }
    return new Topology(identity, numbered);
  }
}
