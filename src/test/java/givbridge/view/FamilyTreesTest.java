package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
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
