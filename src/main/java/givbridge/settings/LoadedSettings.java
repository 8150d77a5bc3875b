package givbridge.settings;

import java.util.List;
import java.util.Map;

/**
 * What was read.
 *
 * @param settings the settings, all of them right
 * @param warnings what is right but unwise, or without effect; one sentence each
 * @param camel entries of the file that belong to Camel, unchecked
 */
public record LoadedSettings(Settings settings, List<String> warnings, Map<String, String> camel) {
  public LoadedSettings {
    warnings = List.copyOf(warnings);
    camel = Map.copyOf(camel);
  }
}
