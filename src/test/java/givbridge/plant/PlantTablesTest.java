package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.TableSource;
import givbridge.testing.ShippedTables;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantTablesTest {
  private static final String MODELS = "model,label,phases,nominal-voltage,evidence";
  private static final String TYPES = "code,arm-hundreds,model,rated-w,battery-w";
  private static final String TRAITS = "trait,models,arm-from,arm-to,choice,says";
  private static final String DEVICES =
      "kind,addresses,registers,models,page,present,asked,again,under,count,least,step,numbered,"
          + "placeholder,key";
  private static final String PLAN = "device,bank,base,count,tier,models,keep";

  private final Faults faults = new Faults();

  /** The shipped tables, one of them with another content. */
  private PlantTables load(String table, String content) {
    String path = "tables/" + table + ".csv";
    TableSource source =
        wanted ->
            wanted.equals(path)
                ? Optional.of(new StringReader(content))
                : TableSource.CLASS_PATH.open(wanted);
    return PlantTables.load(source, faults);
  }

  private void expectFault(String table, String header, String row, String fault) {
    load(table, header + "\n" + row + "\n");

    assertThat(faults.list()).contains("tables/" + table + ".csv:2: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ",L,1,,capture;model is empty",
        "A,,1,,capture;label is empty",
        "A,L,one,,capture;phases is not a whole number: one",
        "A,L,1,low,capture;nominal-voltage is not a number: low",
        "A,L,1,,;evidence is empty"
      })
  void aWrongModelIsAFault(String row, String fault) {
    expectFault("models", MODELS, row, fault);
  }

  @Test
  void aModelThatStandsTwiceIsAFault() {
    load("models", MODELS + "\nA,L,1,,capture\nA,L,1,,capture\n");

    assertThat(faults.list()).contains("tables/models.csv:3: A stands twice");
  }

  @Test
  void aMissingRegisterMapIsAFault() {
    load("register-maps", "registers,models\nnowhere,*\n");

    assertThat(faults.list()).contains("registers/nowhere.csv: the table is missing");
  }

  @Test
  void anInverterWithoutARegisterMapIsAFault() {
    load("register-maps", "registers,models\ninverter-single-phase,single-phase\n");

    assertThat(faults.list()).contains("tables/register-maps.csv: no row fits GATEWAY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "20*,*,NONE,,;no such model: NONE",
        ",*,AC,,;code is empty",
        "20*,3x,AC,,;arm-hundreds is not a number: 3x",
        "20*,*,AC,many,;rated-w is not a whole number: many"
      })
  void aWrongTypeCodeIsAFault(String row, String fault) {
    expectFault("device-types", TYPES, row, fault);
  }

  @Test
  void anUnknownCodeMustHaveARow() {
    load("device-types", TYPES + "\n20*,*,AC,,\n");

    assertThat(faults.list()).contains("tables/device-types.csv: no row fits an unknown code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x,NONE,,,,;no such model, nor a trait further up: NONE",
        ",AC,,,,;trait is empty",
        "x,,,,,;models is empty",
        "x,AC,new,,,;arm-from is not a whole number: new",
        "x,AC,,,,known(soc);says needs a choice",
        "x,AC,,,bank,live;says is no known rule: live"
      })
  void aWrongTraitIsAFault(String row, String fault) {
    expectFault("traits", TRAITS, row, fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x,here,,*,,,later,,,,,,,,;addresses is neither one nor a range: here",
        "x,0x11,,nobody,,,later,,,,,,,,;no such model or trait: nobody",
        "x,0x11,,*,IR 60,,later,,,,,,,,;page is not such as IR 60 60: IR 60",
        "x,0x11,,*,IR 60 61,,later,,,,,,,,;page is not such as IR 60 60: IR 60 61",
        "x,0x11,,*,,,later,,nobody,,,,,,;no such kind above it: nobody",
        "x,0x11,,*,,,later,,,many,,,,,;count is not such as bms:bcu_count: many",
        "x,0x11,,*,,maybe(soc),later,,,,,,,,;present is no known rule: maybe(soc)",
        "x,0x11,,*,,,later,soon,,,,,,,;again is no list of seconds such as 30|120: soon",
        ",0x11,,*,,,first,,,,,,,,;kind is empty"
      })
  void aWrongDeviceIsAFault(String row, String fault) {
    expectFault("devices", DEVICES, row, fault);
  }

  @Test
  void fieldsThatTheRegisterMapOfADeviceDoesNotHaveAreFaults() {
    load(
        "devices",
        DEVICES
            + "\ninverter,0x11,,*,,,first,,,,,,,,\n"
            + "battery,0x32,battery-lv,*,IR 60 60,not-zero(nothing),first,,,,,,,battery,nobody\n");

    assertThat(faults.list())
        .contains(
            "tables/devices.csv: battery has no such field: nothing",
            "tables/devices.csv: battery has no such field: nobody");
  }

  @Test
  void withoutAnInverterThereIsNoPlant() {
    load("devices", DEVICES + "\nmeter,0x01-0x08,meter,*,,,later,,,,,,,,\n");

    assertThat(faults.list()).contains("tables/devices.csv: there is no inverter with an address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nobody,IR,0,60,quick,*,always;no such device: nobody",
        "inverter,XR,0,60,quick,*,always;bank is none of HR, IR, MR: XR",
        "inverter,IR,x,60,quick,*,always;base is not a whole number: x",
        "inverter,IR,0,61,quick,*,always;count is not within 1..60",
        "inverter,IR,0,,quick,*,always;count is not within 1..60",
        "inverter,IR,0,60,often,*,always;tier is none of the known words: often",
        "inverter,IR,0,60,quick,nobody,always;no such model or trait: nobody",
        "inverter,IR,0,60,quick,*,maybe;keep is none of the known words: maybe"
      })
  void aWrongBlockOfThePlanIsAFault(String row, String fault) {
    expectFault("poll-plan", PLAN, row, fault);
  }

  @Test
  void theShippedTablesHaveNoFaultAndNameTheirDevices() {
    PlantTables tables = ShippedTables.plants();

    assertThat(tables.kinds())
        .extracting(DeviceKind::name)
        .containsExactly(
            "inverter", "battery", "bms", "stack", "module", "module", "meter", "managed", "aio");
    assertThat(tables.kind("battery").orElseThrow().addresses())
        .containsExactly(0x32, 0x33, 0x34, 0x35, 0x36, 0x37);
    assertThat(tables.kind("nobody")).isEmpty();
  }
}
