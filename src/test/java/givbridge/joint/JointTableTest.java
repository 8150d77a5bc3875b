package givbridge.joint;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Table;
import givbridge.view.RecordedPlant;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of the tables is told with its file and line, before anything runs. */
class JointTableTest {
  private static final String KEYS = "path,how,models,from,needs,as,weight,kind,meter,form,unit";
  private static final String STATS = "path,says,form,words,retain";
  private static final String PV = "A/PV,sum,*,Power/Power/PV_Power,,value,,gauge,,float,W";

  private static final String SAID = STATS + "\nS/A,status,text,yes|no,always";

  private static List<String> faults(String keys, String stats) {
    Faults faults = new Faults();
    try {
      JointTable.read(
          Table.read("keys", new StringReader(keys), faults, KEYS.split(",")),
          Table.read("stats", new StringReader(stats), faults, STATS.split(",")),
          RecordedPlant.plants(),
          RecordedPlant.table(),
          faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return faults.list();
  }

  @Test
  void theTablesThatShipHaveNoFault() {
    assertThat(Joined.TABLE.keys()).hasSizeGreaterThan(20);
    assertThat(Joined.TABLE.statusPath()).isEqualTo("Stats/status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A/X,product,*,Power/Power/PV_Power,,value,,gauge,,float,W; how is none of the known words",
        "A/X,sum,robots,Power/Power/PV_Power,,value,,gauge,,float,W; no such model or trait: robots",
        "A/X,sum,*,Power/Robot,,value,,gauge,,float,W; no such path in the tree: Power/Robot",
        "A/X,sum,*,Power/Power/PV_Power,A/B,value,,gauge,,float,W; no such path in the tree: A/B",
        "A/X,mean,*,Power/Power/SOC,,value,A/C,gauge,,float,%; no such path in the tree: A/C",
        "A/X,mean,*,Power/Power/SOC,,value,,gauge,,float,%; a mean needs a weight",
        "A/X,sum,*,Power/Power/SOC,,value,Power/Power/SOC_kWh,gauge,,float,%; a mean needs a weight",
        "A/X,sum,*,Power/Power/PV_Power,,half,,gauge,,float,W; as is none of the known words",
        "A/X,sum,*,Power/Power/PV_Power,,value,,clock,,float,W; kind is none of the known words",
        "A/X,sum,*,Power/Power/PV_Power,,value,,gauge,gas,float,W; meter is neither empty nor grid",
        "A/X,sum,*,Power/Power/PV_Power,,value,,gauge,,text,W; a sum is a number, not text",
        "A/PV,sum,*,Power/Power/PV_Power,,value,,day,,float,W; A/PV is shown in another way by an"
            + " earlier row",
        "A/PV,sum,*,Power/Power/PV_Power,,value,,gauge,grid,float,W; A/PV is shown in another way",
        "A/PV,sum,*,Power/Power/PV_Power,,value,,gauge,,int,W; A/PV is shown in another way",
        "A/PV,sum,*,Power/Power/PV_Power,,value,,gauge,,float,kW; A/PV is shown in another way",
      })
  void aWrongKeyIsNamedWithItsLine(String row, String fault) {
    assertThat(faults(KEYS + "\n" + PV + "\n" + row, SAID))
        .singleElement()
        .asString()
        .startsWith("keys:3: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "S/X,weather,bool,,; says is none of the known words: weather",
        "S/X,status,text,online,always; status needs 2 words, not 1",
        "S/X,members,text,,; members needs 1 words, not 0",
        "S/X,partial,bool,,never; retain is neither empty nor always: never",
      })
  void aWrongStatIsNamedWithItsLine(String row, String fault) {
    assertThat(faults(KEYS, SAID + "\n" + row))
        .singleElement()
        .asString()
        .startsWith("stats:3: " + fault);
  }

  @Test
  void aStatusMustBeThere() {
    assertThat(faults(KEYS + "\n" + PV, SAID)).isEmpty();
    assertThat(faults(KEYS + "\n" + PV, STATS))
        .containsExactly("tables/joint-stats.csv: no row says status");
  }
}
