package givbridge.testing;

import givbridge.plant.PlantTables;
import givbridge.poll.GuardTables;
import givbridge.poll.PollTables;
import givbridge.registers.Enumerations;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.tables.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables as they are shipped; a fault in them fails the test that reads them. */
public final class ShippedTables {
  private static final Path MAPS = Path.of("src/main/resources/registers");

  private ShippedTables() {}

  /** Models, devices, plan and maps. */
  public static PlantTables plants() {
    return load(PlantTables::load);
  }

  /** All that polling reads. */
  public static PollTables polls() {
    PlantTables plants = plants();
    return new PollTables(plants, load(faults -> GuardTables.load(plants, faults)));
  }

  /** Every register map, whether a model uses it or not. */
  public static List<RegisterMap> maps() {
    try (Stream<Path> files = Files.list(MAPS)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".csv", ""))
              .filter(name -> !name.equals("enums"))
              .sorted()
              .toList();
      RegisterMaps maps =
          load(faults -> RegisterMaps.load(names, Enumerations.load(faults), faults));
      return names.stream().map(name -> maps.get(name).orElseThrow()).toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + MAPS, e);
    }
  }

  private static <T> T load(Function<Faults, T> reader) {
    Faults faults = new Faults();
    T tables = reader.apply(faults);
    faults.throwIfAny();
    return tables;
  }
}
