package givbridge.view;

import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.registers.RegisterRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes places out of rows: for each device of a row's kind, and each of its numbers. */
final class Expansion {
  private static final String RAW = "{raw}";

  private final PlantTables plants;
  private final Topology topology;

  Expansion(PlantTables plants, Topology topology) {
    this.plants = plants;
    this.topology = topology;
  }

  /** All places in the order of the document. */
  List<Place> places(List<TreeRow> rows) {
    Map<String, Place> places = new HashMap<>();
    for (TreeRow row : rows) {
      if (!row.isEveryRawRegister()) {
        places(row).forEach(place -> places.put(place.path(), place));
      }
    }
    for (TreeRow row : rows) {
      if (row.isEveryRawRegister()) {
        // A row of its own says more of a key than its register does.
        places(row).forEach(place -> places.putIfAbsent(place.path(), place));
      }
    }
    return places.values().stream().sorted().toList();
  }

  private List<Place> places(TreeRow row) {
    List<Place> places = new ArrayList<>();
    boolean present = row.needs().map(kind -> topology.of(kind).findAny().isPresent()).orElse(true);
    if (!present) {
      return places;
    }
    if (row.isOfBridge()) {
      places.add(Place.of(row.path(), row, Optional.empty(), 0));
      return places;
    }
    topology
        .of(row.scope())
        .filter(device -> row.condition().holds(device.traits()))
        .forEach(device -> add(places, row, device));
    return places;
  }

  private void add(List<Place> places, TreeRow row, Device device) {
    String path = filled(row.path(), device);
    if (row.isEveryRawRegister()) {
      for (RegisterRow register : plants.registers(device, topology.identity()).rows()) {
        register
            .raw()
            .ifPresent(
                raw ->
                    places.add(
                        Place.of(path.replace(RAW, raw.key()), row, Optional.of(device), 0)));
      }
      return;
    }
    for (int n = row.index().from(); n <= row.index().to(); n++) {
      places.add(Place.of(TreeRow.Index.fill(path, n), row, Optional.of(device), n));
    }
  }

  /** The text with the inverter's serial and the device's key in their placeholders. */
  String filled(String text, Device device) {
    String filled = text.replace("{serial}", topology.identity().serial());
    return device
        .kind()
        .placeholder()
        .map(name -> filled.replace("{" + name + "}", device.key()))
        .orElse(filled);
  }
}
