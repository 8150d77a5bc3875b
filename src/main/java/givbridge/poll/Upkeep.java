package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.PlantTables;
import givbridge.plant.Told;
import givbridge.plant.Topology;
import givbridge.registers.Words;
import java.util.List;
import java.util.Optional;

/**
 * Watches whether the registers of the inverter say something else of the plant than is known: what
 * the inverter can do, and of which devices it tells. Nothing counts that two polls in a row did
 * not say alike. Only the polling thread touches it.
 */
final class Upkeep {
  private final PlantTables tables;
  private Optional<Saying> doubt = Optional.empty();

  /** What the inverter's own registers say of the plant. */
  private record Saying(Identity identity, List<Device> told) {
    static Saying of(Topology topology) {
      return new Saying(
          topology.identity(),
          topology.devices().stream().filter(device -> device.kind().isTold()).toList());
    }
  }

  Upkeep(PlantTables tables) {
    this.tables = tables;
  }

  /**
   * The plant as it is now, if it has changed.
   *
   * @param words of the inverter, as far as they were read
   */
  Optional<Topology> changed(Topology known, Words words) {
    Topology now = Told.with(tables, known.behind(tables.settle(known.identity(), words)), words);
    if (now.equals(known)) {
      doubt = Optional.empty();
      return Optional.empty();
    }
    Optional<Saying> saying = Optional.of(Saying.of(now));
    boolean again = doubt.equals(saying);
    doubt = again ? Optional.empty() : saying;
    return again ? Optional.of(now) : Optional.empty();
  }
}
