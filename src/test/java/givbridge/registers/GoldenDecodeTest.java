package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.plant.Identity;
import givbridge.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Registers of recorded plants, decoded with the shipped maps as two independent decoders did. More
 * recordings are looked for in the folder that the system property {@code givbridge.golden} names;
 * without it those tests are skipped.
 */
class GoldenDecodeTest {
  private static final Path ALL =
      Path.of(System.getProperty("givbridge.golden", "../shared/reference/golden"));

  private final GoldenValues values = new GoldenValues();

  @TestFactory
  List<DynamicTest> theProjectsOwnRecordingsDecodeExactly() {
    return tests(Golden.OWN);
  }

  @TestFactory
  List<DynamicTest> everyFurtherRecordingOfAKnownModelDecodesExactly() {
    assumeTrue(Files.isDirectory(ALL), "no folder of expected values at " + ALL);
    return tests(ALL);
  }

  @Test
  void theProjectsOwnRecordingsAreOfEveryRecordedModel() {
    assertThat(Golden.in(Golden.OWN))
        .extracting(Golden::model)
        .containsExactlyInAnyOrder(
            "AC",
            "HYBRID_GEN1",
            "HYBRID_GEN2",
            "ALL_IN_ONE",
            "HYBRID_HV_GEN3",
            "HYBRID_3PH",
            "GATEWAY",
            "EMS");
  }

  private List<DynamicTest> tests(Path folder) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Golden golden : Golden.in(folder)) {
      Identity identity = GoldenValues.identity(golden);
      if (identity.can("known")) {
        tests.add(DynamicTest.dynamicTest(golden.name(), () -> compare(golden, identity)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void compare(Golden golden, Identity identity) {
    assertThat(identity.model().name()).isEqualTo(golden.model());
    golden
        .decoded()
        .forEach(
            (map, devices) ->
                devices.forEach(
                    (address, expected) ->
                        assertThat(
                                differences(
                                    GoldenValues.expected(map, expected),
                                    values.decode(golden, identity, map, address)))
                            .as("%s at 0x%x", map, address)
                            .isEmpty()));
  }

  /** The values that are not the same, as name: expected, decoded. */
  private static Map<String, String> differences(
      Map<String, Object> expected, Map<String, Object> decoded) {
    Map<String, String> differences = new TreeMap<>();
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(decoded.keySet());
    for (String name : names) {
      Object should = expected.getOrDefault(name, "no such row");
      Object is = decoded.getOrDefault(name, "no such row");
      if (!should.equals(is)) {
        differences.put(name, should + ", " + is);
      }
    }
    return differences;
  }
}
