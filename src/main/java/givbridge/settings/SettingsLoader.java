package givbridge.settings;

import givbridge.tables.Faults;
import givbridge.tables.FaultsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings from the environment and the file beside the program. */
public final class SettingsLoader {
  /** Name of the settings file in the working directory. */
  public static final String FILE = "application.properties";

  private static final String CAMEL = "camel.";

  private SettingsLoader() {}

  /**
   * Reads and checks everything.
   *
   * @param environment the process's environment
   * @param folder the working directory: it may hold the file, and relative paths begin there
   * @throws FaultsException naming every fault, with where it is and what would be right
   */
  public static LoadedSettings load(Map<String, String> environment, Path folder) {
    Faults faults = new Faults();
    SettingTable table = SettingTable.load(faults);
    faults.throwIfAny();
    Map<String, String> camel = new LinkedHashMap<>();
    List<Assignment> file = new ArrayList<>();
    for (Assignment given : PropertiesFile.read(folder.resolve(FILE), faults)) {
      if (!given.name().startsWith(CAMEL)) {
        file.add(given);
      } else if (camel.putIfAbsent(given.name(), given.value()) != null) {
        faults.add(given.origin(), given.name() + " is given twice; remove one of them");
      }
    }
    List<String> warnings = new ArrayList<>();
    SettingValues values = new SettingResolver(table, faults, warnings).resolve(environment, file);
    Settings settings = new SettingsReader(values, folder, faults, warnings).read();
    faults.throwIfAny();
    return new LoadedSettings(settings, warnings, camel);
  }
}
