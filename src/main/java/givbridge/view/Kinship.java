package givbridge.view;

import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.view.Formula.DeviceReference;
import givbridge.view.Formula.Which;
import givbridge.view.Formula.Which.Relative;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which devices of a plant a row means when it stands for one of them. */
record Kinship(PlantTables plants, Topology topology) {
  /**
   * The devices of a reference.
   *
   * @param own the device that the row stands for; empty: the bridge
   */
  Stream<Device> of(DeviceReference reference, Optional<Device> own) {
    if (reference.which() == Relative.NEAREST) {
      Optional<Device> nearest = nearest(reference.kind(), own);
      if (nearest.isPresent()) {
        return nearest.stream();
      }
    }
    List<Device> seen = seen(reference.kind(), own).toList();
    if (reference.which() instanceof Which.Numbered numbered) {
      return seen.stream().filter(device -> device.index() == numbered.number());
    } else if (reference.which() == Relative.EACH) {
      return seen.stream();
    }
    return seen.stream()
        .skip(reference.which() == Relative.LAST ? Math.max(seen.size() - 1, 0) : 0)
        .limit(1);
  }

  /** Those of a kind: of the row's device only, where such devices belong to it. */
  Stream<Device> seen(String kind, Optional<Device> own) {
    boolean below =
        topology
            .of(kind)
            .flatMap(device -> parent(device).stream())
            .anyMatch(parent -> own.filter(o -> o.kind().equals(parent.kind())).isPresent());
    return topology.of(kind).filter(device -> !below || parent(device).equals(own));
  }

  private Optional<Device> nearest(String kind, Optional<Device> own) {
    return own.filter(device -> device.kind().name().equals(kind))
        .or(() -> own.flatMap(this::parent).filter(device -> device.kind().name().equals(kind)));
  }

  /**
   * The text with the inverter's serial, and the keys of the device and of its owner, filled in. An
   * owner that was not found is taken for the first.
   */
  String filled(String text, Device device) {
    String filled = text.replace("{serial}", topology.identity().serial());
    String own = keyed(filled, device.kind(), device.key(), device.index());
    return device
        .kind()
        .extent()
        .under()
        .flatMap(plants::kind)
        .map(owner -> ownedBy(owner, own, device))
        .orElse(own);
  }

  private String ownedBy(DeviceKind owner, String text, Device device) {
    return parent(device)
        .map(parent -> keyed(text, owner, parent.key(), parent.index()))
        .orElseGet(() -> keyed(text, owner, "1", 1));
  }

  /** The text with a device's key in the placeholder of its kind, and with its number less one. */
  private static String keyed(String text, DeviceKind kind, String key, int number) {
    return kind.placeholder()
        .map(
            name ->
                text.replace("{" + name + "}", key)
                    .replace("{" + name + "-1}", Integer.toString(number - 1)))
        .orElse(text);
  }

  private Optional<Device> parent(Device device) {
    return device.parent().flatMap(parent -> topology.at(parent.kind(), parent.seat()));
  }
}
