package givbridge.view;

import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.registers.RegisterRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes places out of rows: for each device of a row's kind, and each of its numbers. */
final class Expansion {
  private static final String RAW = "{raw}";

  /** A key that devices of other plants have too. */
  private static final String NUMBER = "[0-9]{0,2}";

  private final PlantTables plants;
  private final Topology topology;
  private final Kinship kinship;
  private final List<String> keys;

  Expansion(PlantTables plants, Topology topology) {
    this.plants = plants;
    this.topology = topology;
    this.kinship = new Kinship(plants, topology);
    this.keys =
        Stream.concat(
                Stream.of(topology.identity().serial()),
                topology.devices().stream().map(Device::key))
            .filter(key -> !key.matches(NUMBER))
            .distinct()
            .toList();
  }

  /** All places in the order of the document. */
  List<Spot> spots(List<TreeRow> rows) {
    Map<String, Spot> spots = new HashMap<>();
    for (TreeRow row : rows) {
      if (!row.isEveryRawRegister()) {
        spots(row).forEach(spot -> spots.put(spot.place().path(), spot));
      }
    }
    for (TreeRow row : rows) {
      if (row.isEveryRawRegister()) {
        // A row of its own says more of a key than its register does.
        spots(row).forEach(spot -> spots.putIfAbsent(spot.place().path(), spot));
      }
    }
    return spots.values().stream().sorted(Comparator.comparing(Spot::place)).toList();
  }

  private List<Spot> spots(TreeRow row) {
    List<Spot> spots = new ArrayList<>();
    if (!hasWhatItNeeds(row)) {
      return spots;
    }
    if (row.isOfBridge()) {
      spots.add(new Spot(new Place(row.path(), row, 0), Optional.empty(), false));
      return spots;
    }
    topology
        .of(row.scope())
        .filter(device -> row.condition().holds(device.traits()))
        .forEach(device -> add(spots, row, device));
    return spots;
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

  private void add(List<Spot> spots, TreeRow row, Device device) {
    String path = kinship.filled(row.path(), device);
    boolean own = keys.stream().anyMatch(path::contains);
    if (row.isEveryRawRegister()) {
      for (RegisterRow register : plants.registers(device, topology.identity()).rows()) {
        register
            .raw()
            .map(raw -> new Place(path.replace(RAW, raw.key()), row, 0))
            .ifPresent(place -> spots.add(new Spot(place, Optional.of(device), own)));
      }
      return;
    }
    for (int n = row.index().from(); n <= row.index().to(); n++) {
      Place place = new Place(TreeRow.Index.fill(path, n), row, n);
      spots.add(new Spot(place, Optional.of(device), own));
    }
  }
}
