package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.registers.RegisterRow;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GivTCP shows the first sixty input registers of every family under the names that they have on a
 * single-phase one. Where another family has nothing of the kind there, the key is absent; which
 * ones, and why, {@code trees/raw-lacking.csv} tells.
 */
class RawKeysTest {
  private static final String RAW = "raw/invertor/";

  @ParameterizedTest
  @ValueSource(strings = {"three-phase", "gateway", "ems", "hybrid-hv-gen3"})
  void ofTheFirstInputRegistersAFamilyLacksWhatIsListedAndNothingElse(String family) {
    Set<String> lacking = ofSinglePhase();
    lacking.removeAll(shown(RecordedPlant.of(family)));
    assertThat(lacking).isEqualTo(listed(family));
  }

  private static Set<String> ofSinglePhase() {
    return RecordedPlant.plants().maps().get("inverter-single-phase").orElseThrow().rows().stream()
        .filter(row -> row.bank() == Bank.IR && row.addresses().get(0) < 60)
        .flatMap(row -> row.raw().stream())
        .map(RegisterRow.RawKey::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> shown(RecordedPlant plant) {
    return plant.tree().places().stream()
        .map(Place::path)
        .filter(path -> path.startsWith(RAW))
        .map(path -> path.substring(RAW.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> listed(String family) {
    Faults faults = new Faults();
    Set<String> listed = new TreeSet<>();
    for (Row row : Table.resource("trees/raw-lacking.csv", faults, "family", "key", "why").rows()) {
      assertThat(row.required("why")).isNotBlank();
      if (row.required("family").equals(family)) {
        listed.add(row.required("key"));
      }
    }
    faults.throwIfAny();
    return listed;
  }
}
