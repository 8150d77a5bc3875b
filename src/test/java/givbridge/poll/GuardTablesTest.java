package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.TableSource;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTablesTest {
  private final Faults faults = new Faults();

  private GuardTables load(String rule) {
    return load(rule, "IR,kWh,*,1,,doubted");
  }

  private GuardTables load(String rule, String step) {
    Map<String, String> files =
        Map.of(
            "tables/block-rules.csv",
            "device,bank,base,rule,fields,limit\n" + rule + "\n",
            "tables/garbage.csv",
            "word,value\n28,0x4C32\n28,0x4C33\n",
            "tables/steps.csv",
            "bank,unit,fields,up,down,zero\n" + step + "\n");
    TableSource source = path -> Optional.ofNullable(files.get(path)).map(StringReader::new);
    return GuardTables.load(source, PollFixture.TABLES.plants(), faults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "battery,XR,60,jump,soc,1;bank is none of HR, IR, MR: XR",
        "battery,IR,60,leap,soc,;rule is none of the known words: leap",
        "battery,IR,60,jump,soc,;limit belongs to jump and zeros, and to no other rule",
        "battery,IR,60,constant,soc,1;limit belongs to jump and zeros, and to no other rule",
        "battery,IR,60,jump,sock,1;no such field: sock",
        "batterie,IR,60,jump,soc,1;no such field: soc",
        "battery,IR,60,jump,soc,ten;limit is not a number: ten"
      })
  void aWrongCellIsAFaultWithFileAndLine(String rule, String fault) {
    load(rule);

    assertThat(faults.list()).contains("tables/block-rules.csv:2: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "XR,V,*,1,1,ok;bank is none of HR, IR, MR: XR",
        "IR,volts,*,1,1,ok;no such field: *, in volts",
        "IR,V,v_call_*,1,1,ok;no such field: v_call_*, in V",
        "IR,V,*,one,1,ok;up is not a number: one",
        "IR,V,*,1,1,fine;zero is none of the known words: fine"
      })
  void aWrongStepIsAFaultWithFileAndLine(String step, String fault) {
    load("inverter,HR,0,filled,,", step);

    assertThat(faults.list()).contains("tables/steps.csv:2: " + fault);
  }

  @Test
  void aStarStandsForAnyPartOfAName() {
    GuardTables.Rule rule = load("battery,IR,60,jump,e_battery_*_total,5").rules().get(0);

    assertThat(faults.list()).isEmpty();
    assertThat(rule.names("e_battery_charge_total")).isTrue();
    assertThat(rule.names("e_battery_total")).isFalse();
    assertThat(rule.names("e_battery_charge_day")).isFalse();
    assertThat(rule.names("battery_charge_total")).isFalse();
  }

  @Test
  void wordsOfAPacketStandByPlace() {
    assertThat(load("inverter,HR,0,filled,,").garbage())
        .isEqualTo(Map.of(28, Set.of(0x4C32, 0x4C33)));
  }
}
