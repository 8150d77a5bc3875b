package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Words;
import java.util.Optional;
import java.util.function.Function;

/** Finds the devices of which the inverter tells in registers of its own: pure. */
public final class Told {
  private Told() {}

  /**
   * The topology with every device that the inverter tells of now; one that it told of before keeps
   * its place.
   *
   * @param words of the inverter, as far as they were read
   */
  public static Topology with(PlantTables tables, Topology topology, Words words) {
    Topology found = topology;
    for (DeviceKind kind : tables.kinds()) {
      if (kind.isTold() && kind.condition().holds(topology.identity().traits())) {
        for (int number : kind.addresses()) {
          Optional<Device> device = device(tables, topology, kind, number, words);
          if (device.isPresent()
              && !topology
                  .at(kind, device.get().seat())
                  .map(Device::key)
                  .equals(device.map(Device::key))) {
            found = found.with(tables.kinds(), device.get());
          }
        }
      }
    }
    return found;
  }

  private static Optional<Device> device(
      PlantTables tables, Topology topology, DeviceKind kind, int number, Words words) {
    Device inverter = topology.inverter();
    Function<String, Reading> fields =
        field -> tables.read(kind, number, inverter.traits(), field, words);
    if (!kind.isPresent(fields)) {
      return Optional.empty();
    }
    String key = kind.keyOf(fields).orElse(Integer.toString(number));
    return Optional.of(
        new Device(
            kind,
            new Seat(inverter.address(), 0, number),
            number,
            key,
            inverter.traits(),
            Optional.empty()));
  }
}
