package givbridge.camel;

import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what was found where, once: pure. */
final class FoundWords {
  private FoundWords() {}

  /**
   * The sentence about a plant, without the name of its connection.
   *
   * @param before what was told already
   */
  static String of(Optional<Topology> before, Topology now) {
    return before
        .filter(known -> known.identity().serial().equals(now.identity().serial()))
        .filter(known -> known.identity().model().equals(now.identity().model()))
        .map(known -> change(known, now))
        .orElseGet(() -> whole(now));
  }

  private static String whole(Topology now) {
    Identity identity = now.identity();
    List<Device> others = now.devices().stream().filter(device -> !device.isInverter()).toList();
    return "is a %s (type %s, firmware %d), serial %s, with %s"
        .formatted(
            identity.model().label(),
            identity.typeCode(),
            identity.arm(),
            Serials.masked(identity.serial()),
            others.isEmpty() ? "nothing else on its line yet" : devices(others));
  }

  private static String change(Topology known, Topology now) {
    List<Device> others =
        now.devices().stream()
            .filter(device -> known.at(device.kind(), device.seat()).isEmpty())
            .toList();
    if (!others.isEmpty()) {
      return "also has " + devices(others);
    }
    TreeSet<String> gained = new TreeSet<>(now.identity().traits());
    gained.removeAll(known.identity().traits());
    return gained.isEmpty()
        ? "has another device at a known place"
        : "turns out to be " + String.join(", ", gained);
  }

  private static String devices(List<Device> devices) {
    return devices.stream()
        .collect(
            Collectors.groupingBy(
                device -> device.kind().name(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + places(entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String places(List<Device> devices) {
    String places = devices.stream().map(FoundWords::place).collect(Collectors.joining(", "));
    return devices.get(0).kind().isTold() ? places + " as it tells" : "at " + places;
  }

  /** Where a device is: its address, with the shift of its registers; of a told one its number. */
  static String place(Device device) {
    if (device.kind().isTold()) {
      return Integer.toString(device.seat().number());
    }
    String address = "0x" + Integer.toHexString(device.address()).toUpperCase(Locale.ROOT);
    return device.seat().offset() == 0 ? address : address + "+" + device.seat().offset();
  }
}
