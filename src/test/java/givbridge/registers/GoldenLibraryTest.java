package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.plant.Identity;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Registers of recorded plants, decoded with the shipped maps as the library did with which they
 * were recorded; where the maps know better, {@code golden/differences.csv} says why. More
 * recordings are looked for in the folder that the system property {@code givbridge.golden} names;
 * without it those tests are skipped.
 */
class GoldenLibraryTest {
  private static final Path ALL =
      Path.of(System.getProperty("givbridge.golden", "../shared/reference/golden"));

  private final GoldenValues values = new GoldenValues();

  @Test
  void theProjectsOwnRecordingsDecodeAsTheLibraryDidButForWhatIsListed() {
    compare(Golden.OWN);
  }

  @Test
  void everyFurtherRecordingDecodesAsTheLibraryDidButForWhatIsListed() {
    assumeTrue(Files.isDirectory(ALL), "no folder of expected values at " + ALL);
    compare(ALL);
  }

  @Test
  void everyListedDifferenceHasItsReason() {
    assertThat(listed()).isNotEmpty().allSatisfy((value, why) -> assertThat(why).isNotBlank());
  }

  private void compare(Path folder) {
    Map<String, List<String>> differences = differences(folder);
    Map<String, String> gone = listed();
    gone.keySet().removeAll(differences.keySet());
    differences.keySet().removeAll(listed().keySet());
    assertThat(differences).as("not listed").isEmpty();
    assertThat(gone).as("listed, but the same by now").isEmpty();
  }

  /** Reasons by map and name. */
  private static Map<String, String> listed() {
    Faults faults = new Faults();
    Map<String, String> listed = new TreeMap<>();
    for (Row row : Table.resource("golden/differences.csv", faults, "map", "name", "why").rows()) {
      listed.put(row.required("map") + " " + row.required("name"), row.text("why"));
    }
    faults.throwIfAny();
    return listed;
  }

  /** Where the values are not the same, by map and name. */
  private Map<String, List<String>> differences(Path folder) {
    Map<String, List<String>> differences = new TreeMap<>();
    int compared = 0;
    for (Golden golden : Golden.in(folder)) {
      Identity identity = GoldenValues.identity(golden);
      for (var map : golden.library().entrySet()) {
        for (var device : map.getValue().entrySet()) {
          Map<String, Object> expected = GoldenValues.expected(map.getKey(), device.getValue());
          Map<String, Object> ours = values.decode(golden, identity, map.getKey(), device.getKey());
          compared += expected.size();
          expected.forEach(
              (name, value) -> {
                // What a model does not have is unknown to the library, and has no row here.
                Object is = ours.getOrDefault(name, GoldenValues.UNKNOWN);
                if (!value.equals(is)) {
                  differences
                      .computeIfAbsent(map.getKey() + " " + name, each -> new ArrayList<>())
                      .add(golden + ": " + value + ", " + is);
                }
              });
        }
      }
    }
    assertThat(compared).isGreaterThan(2500);
    return differences;
  }
}
