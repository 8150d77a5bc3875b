package givbridge.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A topology in plain values, to be kept over a restart.
 *
 * @param serial the inverter's serial number
 * @param typeCode its device type code, four hex digits
 * @param arm its ARM firmware number
 * @param ratedWatts its rated power, W; empty: unknown
 * @param traits all that it was found to be able to do
 * @param parts the devices, the inverter first
 */
public record PlantMemo(
    String serial,
    String typeCode,
    int arm,
    Optional<Integer> ratedWatts,
    Set<String> traits,
    List<Part> parts) {
  public PlantMemo {
    traits = Set.copyOf(traits);
    parts = List.copyOf(parts);
  }

  /**
   * A device of it.
   *
   * @param kind name of its kind
   * @param seat where it is
   * @param key what fills the placeholder of its kind
   * @param parent number in the list of the part that it belongs to; empty: none
   */
  public record Part(String kind, Seat seat, String key, Optional<Integer> parent) {}

  /** What is to be remembered of a topology. */
  public static PlantMemo of(Topology topology) {
    Identity identity = topology.identity();
    List<Part> parts = new ArrayList<>();
    for (Device device : topology.devices()) {
      Optional<Integer> parent =
          device
              .parent()
              .flatMap(it -> topology.at(it.kind(), it.seat()))
              .map(topology.devices()::indexOf);
      parts.add(new Part(device.kind().name(), device.seat(), device.key(), parent));
    }
    return new PlantMemo(
        identity.serial(),
        identity.typeCode(),
        identity.arm(),
        identity.ratedWatts(),
        identity.traits(),
        parts);
  }

  /** The topology; empty if the tables do not know such a plant any more. */
  public Optional<Topology> restore(PlantTables tables) {
    Identity identity =
        tables
            .models()
            .settle(
                tables.models().identify(serial, typeCode, arm, ratedWatts).with(traits),
                claim -> false);
    List<Device> devices = new ArrayList<>();
    for (Part part : parts) {
      Optional<DeviceKind> kind =
          tables.kinds().stream()
              .filter(it -> it.name().equals(part.kind()))
              .filter(it -> it.condition().holds(identity.traits()))
              .findFirst();
      if (kind.isEmpty() || part.parent().filter(at -> at >= devices.size()).isPresent()) {
        return Optional.empty();
      }
      long before = devices.stream().filter(it -> it.kind().equals(kind.get())).count();
      devices.add(
          new Device(
              kind.get(),
              part.seat(),
              (int) before + 1,
              part.key(),
              ModelTables.traitsAt(identity, part.seat().address()),
              part.parent().map(devices::get)));
    }
    return devices.isEmpty() || !devices.get(0).isInverter()
        ? Optional.empty()
        : Optional.of(new Topology(identity, devices));
  }
}
