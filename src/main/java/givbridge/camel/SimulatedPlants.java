package givbridge.camel;

import givbridge.settings.SimulatorSettings;
import givbridge.simulator.Profiles;
import givbridge.simulator.SimulatorOptions;
import givbridge.simulator.SimulatorOptions.Source;
import givbridge.tables.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the setting SIMULATOR names: profiles of living plants, or files with recordings, which may
 * be marked as such by {@code capture:}.
 */
final class SimulatedPlants {
  private static final String RECORDING = "capture:";

  private SimulatedPlants() {}

  /** Notes a fault for each name that is neither a profile nor a file. */
  static void check(SimulatorSettings wanted, Faults faults) {
    if (wanted.profiles().isEmpty()) {
      return;
    }
    List<String> known = Profiles.load().names();
    for (String name : wanted.profiles()) {
      if (!known.contains(name) && !Files.isReadable(path(name))) {
        faults.add(
            "SIMULATOR: "
                + name
                + " is neither a profile ("
                + String.join(", ", known)
                + ") nor a file with a recording");
      }
    }
  }

  /**
   * The plant of that place in the setting.
   *
   * @param place from 0
   */
  static SimulatorOptions options(SimulatorSettings wanted, int place) {
    List<String> known = Profiles.load().names();
    String name = wanted.profiles().isEmpty() ? known.get(0) : wanted.profiles().get(place);
    return known.contains(name)
        ? SimulatorOptions.living(name)
        : SimulatorOptions.of(new Source.Recorded(name, lines(path(name)), false));
  }

  private static Path path(String name) {
    return Path.of(name.startsWith(RECORDING) ? name.substring(RECORDING.length()) : name);
  }

  private static List<String> lines(Path recording) {
    try {
      return Files.readAllLines(recording);
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be read", e);
    }
  }
}
