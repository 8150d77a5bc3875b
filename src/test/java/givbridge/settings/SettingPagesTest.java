package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.pages.GeneratedPages;
import givbridge.tables.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingPagesTest {
  /** What Camel itself is told; its keys are no settings of ours. */
  private static final String CAMEL =
      """
      # ---- Apache Camel ----

      # The routes; edit them and restart.
      camel.main.routesIncludePattern = file:routes/*.camel.yaml
      """;

  private final SettingPages pages = new SettingPages(SettingTable.load(new Faults()));

  @Test
  void theShippedSettingsFileIsWhatTheTableSays() throws IOException {
    GeneratedPages.hold(
        Path.of("application.properties"), pages.propertiesFile(CAMEL), SettingPagesTest.class);
  }

  @Test
  void theReferenceOfSettingsIsWhatTheTableSays() throws IOException {
    GeneratedPages.hold(
        Path.of("src/docs/reference/settings.md"), pages.reference(), SettingPagesTest.class);
  }

  @Test
  void theShippedSettingsFileMeansTheDefaults() {
    LoadedSettings shipped = SettingsLoader.load(Map.of(), Path.of(""));
    LoadedSettings none = SettingsLoader.load(Map.of(), Path.of("src"));
    assertThat(shipped.settings().mqtt()).isEqualTo(none.settings().mqtt());
    assertThat(shipped.settings().polling()).isEqualTo(none.settings().polling());
    assertThat(shipped.warnings()).isEmpty();
    assertThat(shipped.camel()).containsKey("camel.main.routesIncludePattern");
  }

  @Test
  void everyShippedLineIsRightOnceItsRemarkSignIsTakenAway() {
    Faults faults = new Faults();
    List<String> lines =
        pages
            .propertiesFile(CAMEL)
            .lines()
            .map(line -> line.matches("#[A-Z].*") ? line.substring(1) : line)
            .toList();
    List<Assignment> given =
        PropertiesFile.parse("application.properties", lines, faults).stream()
            .filter(entry -> !entry.name().startsWith("camel."))
            .toList();
    SettingTable table = SettingTable.load(faults);
    new SettingResolver(table, faults, new ArrayList<>()).resolve(Map.of(), given);
    assertThat(faults.list()).isEmpty();
    assertThat(given).hasSizeGreaterThan(30);
  }
}
