package givbridge.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands behind one connection.
 *
 * @param identity the inverter
 * @param devices the inverter first, then what hangs on it, by kind and place
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

  /** The devices of a kind, by place. */
  public Stream<Device> of(String kind) {
    return devices.stream().filter(device -> device.kind().name().equals(kind));
  }

  /** The device of a kind at a place. */
  public Optional<Device> at(DeviceKind kind, Seat seat) {
    for (Device device : devices) {
      if (device.kind().name().equals(kind.name()) && device.seat().equals(seat)) {
        return Optional.of(device);
      }
    }
    return Optional.empty();
  }

  /**
   * The same with one more device, in its place and with the numbers of its kind made anew.
   *
   * @param order the kinds in their order
   */
  public Topology with(List<DeviceKind> order, Device added) {
    List<Device> all =
        Stream.concat(devices.stream().filter(device -> !sameSeat(device, added)), Stream.of(added))
            .sorted(
                Comparator.comparingInt((Device device) -> order.indexOf(device.kind()))
                    .thenComparingInt(device -> device.seat().offset())
                    .thenComparingInt(Device::address)
                    .thenComparingInt(device -> device.seat().number()))
            .toList();
    List<Device> numbered = new ArrayList<>();
    for (Device device : all) {
      long before = numbered.stream().filter(other -> other.kind().equals(device.kind())).count();
      numbered.add(device.numbered((int) before + 1));
    }
    return new Topology(identity, numbered);
  }

  private static boolean sameSeat(Device one, Device other) {
    return one.kind().equals(other.kind()) && one.seat().equals(other.seat());
  }

  /** The same behind an inverter that can do other things than was thought. */
  public Topology behind(Identity other) {
    return other.equals(identity)
        ? this
        : new Topology(other, devices.stream().map(device -> device.behind(other)).toList());
  }
}
