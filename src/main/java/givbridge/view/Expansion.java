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
  private final Kinship kinship;

  Expansion(PlantTables plants, Topology topology) {
    this.plants = plants;
    this.topology = topology;
    this.kinship = new Kinship(plants, topology);
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
    if (!hasWhatItNeeds(row)) {
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

  /** No demand is made for devices that such an inverter never has. */
  private boolean hasWhatItNeeds(TreeRow row) {
    List<String> made =
        row.needs().stream()
            .filter(need -> plants.mayHave(need, topology.identity().traits()))
            .toList();
    return made.isEmpty()
        || made.stream().anyMatch(need -> topology.of(need).findAny().isPresent());
  }

  private void add(List<Place> places, TreeRow row, Device device) {
    String path = kinship.filled(row.path(), device);
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
}
