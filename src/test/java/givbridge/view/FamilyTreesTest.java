package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.registers.Bank;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.testing.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tree of every family: exactly the keys that clients know of it, each of its kind and with the
 * value that its registers give. Of families that nobody recorded the registers of a relative
 * stand, or plain numbers. Run with {@code -Drenew=true} to write the lists anew; read the
 * difference before it is committed.
 */
class FamilyTreesTest {
  private static final Path FOLDER = Path.of("src/test/resources/trees");

  /**
   * A family with the registers that show it.
   *
   * @param raw whether its raw section is held, too
   */
  private record Family(String name, RecordedPlant plant, boolean raw) {
    Family(String name, RecordedPlant plant) {
      this(name, plant, false);
    }

    @Override
    public String toString() {
      return name;
    }

    private Path file() {
      return FOLDER.resolve("family-" + name + ".csv");
    }
  }

  static Stream<Family> families() {
    RecordedPlant hybrid = RecordedPlant.of("hybrid-gen2");
    RecordedPlant three = RecordedPlant.of("three-phase");
    return Stream.of(
        new Family("hybrid-gen1", RecordedPlant.of("hybrid-gen1")),
        new Family("hybrid-gen2", hybrid),
        new Family("hybrid-gen3", combined(tenSlots(paused(hybrid.as("2001", 312))))),
        new Family("hybrid-gen3-two-slots", paused(hybrid.as("2001", 302))),
        new Family("hybrid-gen3-plus", paused(hybrid.as("2201", 120))),
        new Family("hybrid-gen4", combined(tenSlots(paused(hybrid.as("8304", 120))))),
        new Family("polar", paused(hybrid.as("2101", 120))),
        new Family("pv", hybrid.as("2301", 120).without(0x32)),
        new Family("ac", RecordedPlant.of("ac")),
        new Family("all-in-one", RecordedPlant.of("all-in-one"), true),
        new Family("hybrid-hv-gen3", paused(combined(RecordedPlant.of("hybrid-hv-gen3"))), true),
        new Family("three-phase", tenSlots(three), true),
        new Family("ac-three-phase", tenSlots(three.as("6001", 0))),
        new Family("all-in-one-hybrid", tenSlots(three.as("8201", 0))),
        new Family("aio-commercial", tenSlots(three.as("4101", 0))),
        new Family("gateway", RecordedPlant.of("gateway"), true),
        new Family("gateway-one-all-in-one", alone(RecordedPlant.of("gateway"))),
        new Family("ems", RecordedPlant.of("ems"), true));
  }

  /** Slot n from n to n.30 o'clock, to 50 + n percent; the last one is not used. */
  private static RecordedPlant tenSlots(RecordedPlant plant) {
    RecordedPlant slots = run(plant, Bank.HR, 240, 60);
    for (int n = 1; n <= 10; n++) {
      int charge = 240 + 3 * (n - 1);
      slots =
          slots
              .with(Bank.HR, charge, n * 100)
              .with(Bank.HR, charge + 1, n * 100 + 30)
              .with(Bank.HR, charge + 2, n == 10 ? 0 : 50 + n)
              .with(Bank.HR, charge + 30, n * 100 + 1)
              .with(Bank.HR, charge + 31, n * 100 + 31)
              .with(Bank.HR, charge + 32, n == 10 ? 0 : 40 + n);
    }
    return slots;
  }

  /** Without the second of its two All-in-Ones. */
  private static RecordedPlant alone(RecordedPlant gateway) {
    return run(gateway, Bank.IR, 1846, 5).with(Bank.IR, 1700, 1).with(Bank.IR, 1802, 0);
  }

  private static RecordedPlant paused(RecordedPlant plant) {
    return plant.with(Bank.HR, 318, 2).with(Bank.HR, 319, 1600).with(Bank.HR, 320, 1900);
  }

  private static RecordedPlant combined(RecordedPlant plant) {
    return run(plant, Bank.IR, 240, 60).with(Bank.IR, 248, 1234);
  }

  private static RecordedPlant run(RecordedPlant plant, Bank bank, int base, int count) {
    RecordedPlant zeros = plant;
    for (int register = base; register < base + count; register++) {
      zeros = zeros.with(bank, register, 0);
    }
    return zeros;
  }

  @ParameterizedTest
  @MethodSource("families")
  void aFamilyHasExactlyItsKeysEachOfItsKindWithItsValue(Family family) throws IOException {
    Map<String, String> found = leaves(family);
    if (Boolean.getBoolean("renew")) {
      Files.writeString(family.file(), written(found));
    }
    Map<String, String> expected = read(family);
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (path, shown) -> {
          if (!found.containsKey(path)) {
            differences.add("missing: " + path);
          } else if (!found.get(path).equals(shown)) {
            differences.add(path + " is " + found.get(path) + ", should be " + shown);
          }
        });
    found.keySet().stream()
        .filter(path -> !expected.containsKey(path))
        .forEach(path -> differences.add("extra: " + path));
    assertThat(differences).as(family.name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_arm920_60s.log, 0x11, 2003, 920, hybrid-gen2, 120",
    "aio_arm612_5min.log, 0x11, 8001, 612, all-in-one, 200",
    "ems_arm1036_60s.log, 0x11, 5001, 1036, ems, 80",
    "givhy80g3hv_hass295_120s.log, 0x11, 8102, 614, hybrid-hv-gen3, 200",
    "gateway_gaaa0014_excerpt.log, 0x11, 7001, 14, gateway, 100",
    "giv3hy11_da011_detect_excerpt.log, 0x11, 4004, 0, three-phase, 150"
  })
  void theProjectsOwnRecordingsShowTheKeysOfTheirFamily(
      String file, String address, String code, int arm, String family, int least)
      throws IOException {
    assertKeysOfFamily(Recording.OWN.resolve(file), address, code, arm, family, least);
  }

  @ParameterizedTest
  @CsvSource({
    "aio_a/aio_arm612_5min.log, 0x11, 8001, 612, all-in-one, 200",
    "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log, 0x31, 3001, 282, ac, 120",
    "ems_2_inv_3_bat_a/ems_arm1036_30min.log, 0x11, 5001, 1036, ems, 80",
    "ems_2_inv_3_bat_a/ems_arm1036_60s.log, 0x11, 5001, 1036, ems, 80",
    "gateway_2aio_a/gateway_gaaa0014_10min_night.log, 0x11, 7001, 14, gateway, 150",
    "hybrid_2_bat_a/hybrid_gen1_arm449_givbat82_givbat95gen3_10min.log, 0x31, 2001, 449, hybrid-gen1, 120",
    "hybrid_2_bat_a/hybrid_gen1_arm449_oddities_excerpt.log, 0x31, 2001, 449, hybrid-gen1, 80",
    "hybrid_gen2_1_bat_a/hybrid_gen2_arm920_60s.log, 0x11, 2003, 920, hybrid-gen2, 120",
    "hybrid_hv_gen3_a/givhy80g3hv_hass295_120s.log, 0x11, 8102, 614, hybrid-hv-gen3, 200",
    "three_phase_hv_a/giv3hy11_da011_detect_10min.log, 0x11, 4004, 0, three-phase, 200",
    "three_phase_hv_a/giv3hy11_hass174_180s.txt, 0x11, 4004, 0, three-phase, 80"
  })
  void everyRecordingShowsTheKeysOfItsFamily(
      String file, String address, String code, int arm, String family, int least)
      throws IOException {
    assumeTrue(Files.isDirectory(Recording.ALL), "no folder of recordings at " + Recording.ALL);
    assertKeysOfFamily(Recording.ALL.resolve(file), address, code, arm, family, least);
  }

  /**
   * What was not recorded may lack; what is shown is of the family, and of the kind that it has.
   */
  private static void assertKeysOfFamily(
      Path file, String address, String code, int arm, String family, int least)
      throws IOException {
    RecordedPlant known =
        families().filter(it -> it.name().equals(family)).findFirst().orElseThrow().plant();
    Map<String, String> ofFamily = keys(known.view());
    Map<String, String> found =
        keys(RecordedPlant.ofRecording(file, Integer.decode(address), code, arm).view());
    List<String> differences = new ArrayList<>();
    found.forEach(
        (key, kind) -> {
          if (!kind.equals(ofFamily.get(key))) {
            differences.add(key + " is " + kind + ", of the family " + ofFamily.get(key));
          }
        });
    assertThat(differences).as(file.toString()).isEmpty();
    assertThat(found).as(file.toString()).hasSizeGreaterThanOrEqualTo(least);
  }

  /** Kinds by key, whatever the serial numbers of devices; without those that come and go. */
  private static Map<String, String> keys(View view) {
    Map<String, String> keys = new TreeMap<>();
    view.leaves().stream()
        .filter(leaf -> !leaf.place().row().form().isRaw())
        .filter(leaf -> leaf.place().row().form() != Form.ISO_TIME)
        .forEach(
            leaf ->
                keys.put(
                    TreeRow.Index.fill(leaf.place().row().path(), leaf.place().number()),
                    LeafKinds.of(leaf)));
    return keys;
  }

  /** Kind and value by path; of the raw section, which other tests hold, the kind alone. */
  private static Map<String, String> leaves(Family family) {
    RecordedPlant plant = family.plant();
    View view = plant.view();
    Map<String, String> leaves = new TreeMap<>();
    List<Leaf> stats =
        plant.tree().stats(Optional.of(view.snapshot()), RecordedPlant.context(RecordedPlant.READ));
    Stream.of(view.leaves(), stats)
        .flatMap(List::stream)
        .filter(leaf -> family.raw() || !leaf.place().row().form().isRaw())
        .forEach(
            leaf -> {
              boolean raw = leaf.place().row().form().isRaw();
              String value = raw ? "" : leaf.rendering().payload().orElse("");
              leaves.put(leaf.path(), LeafKinds.of(leaf) + "," + quoted(value));
            });
    return leaves;
  }

  private static String quoted(String value) {
    return value.contains(",") ? "\"" + value + "\"" : value;
  }

  private static String written(Map<String, String> leaves) {
    StringBuilder text = new StringBuilder("path,kind,value\n");
    leaves.forEach((path, shown) -> text.append(path).append(',').append(shown).append('\n'));
    return text.toString();
  }

  private static Map<String, String> read(Family family) {
    Faults faults = new Faults();
    Map<String, String> expected = new TreeMap<>();
    String file = "trees/" + family.file().getFileName();
    for (Row row : Table.resource(file, faults, "path", "kind", "value").rows()) {
      expected.put(row.text("path"), row.text("kind") + "," + quoted(row.text("value")));
    }
    faults.throwIfAny();
    return expected;
  }
}
