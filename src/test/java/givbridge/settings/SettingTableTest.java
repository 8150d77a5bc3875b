package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SettingTableTest {
  private static final String HEAD =
      "name,group,kind,default,unit,min,max,choices,status,same-as,effect\n";

  @Test
  void theShippedTableHasNoFault() {
    Faults faults = new Faults();
    SettingTable table = SettingTable.load(faults);
    assertThat(faults.list()).isEmpty();
    assertThat(table.rows()).extracting(SettingRow::name).doesNotHaveDuplicates();
    assertThat(table.rows())
        .filteredOn(row -> row.status() != SettingRow.Status.OURS)
        .allMatch(row -> row.effect().endsWith("."));
    assertThat(table.rows())
        .allMatch(row -> row.sameAs().isEmpty() || table.find(row.sameAs().get()).isPresent());
  }

  @Test
  void aWrongDefaultAndAnUnknownGroupAreFaultsOfTheTable() throws IOException {
    Faults faults = new Faults();
    Table table =
        Table.read(
            "t.csv",
            new StringReader(HEAD + "A,nowhere,port,70000,,1,65535,,used,,Says a.\n"),
            faults,
            HEAD.strip().split(","));
    for (Row row : table.rows()) {
      SettingTable.read(row, Map.of("here", "Here"));
    }
    assertThat(faults.list())
        .containsExactly(
            "t.csv:2: no such group: nowhere",
            "t.csv:2: the default is 70000, not a port number from 1 to 65535");
  }

  @Test
  void numberedNamesTakeNumbersFromOneOnly() {
    SettingTable table = SettingTable.load(new Faults());
    assertThat(table.find("INVERTOR_IP_1")).isPresent();
    assertThat(table.find("INVERTOR_IP_12")).isPresent();
    assertThat(table.find("INVERTOR_IP_0")).isEmpty();
    assertThat(table.find("INVERTOR_IP_")).isEmpty();
    assertThat(table.find("INVERTOR_IP_{n}")).isEmpty();
    assertThat(table.find("INVERTOR_IP_one")).isEmpty();
  }

  @Test
  void everySettingThatIsUsedIsReadByTheProgram() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/givbridge/settings"))) {
      for (Path file : files.toList()) {
        sources.append(Files.readString(file));
      }
    }
    assertThat(SettingTable.load(new Faults()).rows())
        .filteredOn(row -> row.status() == SettingRow.Status.USED && row.sameAs().isEmpty())
        .allMatch(row -> sources.indexOf('"' + row.name() + '"') >= 0);
  }

  @Property
  void theDistanceOfWordsIsSymmetricAndZeroForEqualOnesOnly(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    int distance = EditDistance.between(a, b, Integer.MAX_VALUE);
    assertThat(distance).isEqualTo(EditDistance.between(b, a, Integer.MAX_VALUE));
    assertThat(distance == 0).isEqualTo(a.equals(b));
    assertThat(distance)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
  }
}
