package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.TableSource;
import givbridge.testing.ShippedTables;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterMapsTest {
  private static final String HEADER =
      "name,bank,address,count,type,scale,unit,min,max,enum,write,models,raw,notes\n";
  private static final String ENUMS =
      "enum,value,name,label\nswitch,0,OFF,\nswitch,1,ON,\nvolts,0,230,\nvolts,*,208.5,\n";

  private final Faults faults = new Faults();

  private RegisterMap load(String rows) {
    Map<String, String> files =
        Map.of("registers/m.csv", HEADER + rows, "registers/enums.csv", ENUMS);
    TableSource source = path -> Optional.ofNullable(files.get(path)).map(StringReader::new);
    Enumerations enums = Enumerations.load(source, faults);
    return RegisterMaps.load(source, List.of("m"), enums, faults).get("m").orElseThrow();
  }

  @Test
  void aRowSaysAllThatItsCellsSay() {
    RegisterMap map = load("power,IR,24,1,int16,0.1,W,-10,10,,4..100,A|!B,Power:two-decimals,x\n");

    RegisterRow row = map.row("power").orElseThrow();
    assertThat(faults.list()).isEmpty();
    assertThat(row.bank()).isEqualTo(Bank.IR);
    assertThat(row.addresses()).containsExactly(24);
    assertThat(row.type()).isEqualTo(RegisterType.INT16);
    assertThat(row.scale()).isEqualTo("0.1");
    assertThat(row.unit()).isEqualTo("W");
    assertThat(row.bounds().contains(new BigDecimal("-10"))).isTrue();
    assertThat(row.bounds().contains(new BigDecimal("10.1"))).isFalse();
    assertThat(row.writable().orElseThrow().contains(new BigDecimal("3"))).isFalse();
    assertThat(row.condition().holds(Set.of("A"))).isTrue();
    assertThat(row.raw())
        .contains(new RegisterRow.RawKey("Power", RegisterRow.RawForm.TWO_DECIMALS));
    assertThat(row.origin()).hasToString("registers/m.csv:2");
  }

  @Test
  void addressesFollowOneAnotherOrAreNamedOneByOne() {
    RegisterMap map = load("a,HR,8,3,string,,,,,,,*,,\nb,HR,19+21,2,firmware,,,,,,,*,,\n");

    assertThat(map.row("a").orElseThrow().addresses()).containsExactly(8, 9, 10);
    assertThat(map.row("b").orElseThrow().addresses()).containsExactly(19, 21);
    assertThat(faults.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x,XX,0,1,uint16,,,,,,,*,,;bank is none of HR, IR, MR: XX",
        "x,,0,1,uint16,,,,,,,*,,;bank is empty",
        ",HR,0,1,uint16,,,,,,,*,,;name is empty",
        "x,HR,a,1,uint16,,,,,,,*,,;address is not a number: a",
        "x,HR,,1,uint16,,,,,,,*,,;count 1 fits neither the address nor the type",
        "x,HR,0,2,uint16,,,,,,,*,,;count 2 fits neither the address nor the type",
        "x,HR,0+1,3,string,,,,,,,*,,;count 3 fits neither the address nor the type",
        "x,HR,0,1,uint17,,,,,,,*,,;type is none of the known words: uint17",
        "x,HR,0,1,bits-5-3,,,,,,,*,,;bits must rise and lie within 0..15: bits-5-3",
        "x,HR,0,1,bits-5-16,,,,,,,*,,;bits must rise and lie within 0..15: bits-5-16",
        "x,HR,0,1,uint16,ten,,,,,,*,,;scale is not a number: ten",
        "x,HR,0,1,uint16,,,low,,,,*,,;min is not a number: low",
        "x,HR,0,1,enum,,,,,none,,*,,;no such enumeration: none",
        "x,HR,0,1,enum,,,,,,,*,,;enum is empty, but the type needs one",
        "x,HR,0,1,enum-number,,,,,switch,,*,,;"
            + "the names of this enumeration are not all numbers: switch",
        "x,HR,0,1,uint16,,,,,,4-100,*,,;write is not a range such as 4..100: 4-100",
        "x,HR,0,1,uint16,,,,,,,,,;models is empty",
        "x,HR,0,1,uint16,,,,,,,*,X:odd,;no such raw form: odd"
      })
  void aWrongCellIsAFaultWithFileAndLine(String row, String fault) {
    load(row + "\n");

    assertThat(faults.list()).contains("registers/m.csv:2: " + fault);
  }

  @Test
  void aNameThatStandsTwiceForTheSameModelsIsAFault() {
    load("x,HR,0,1,uint16,,,,,,,A,,\nx,HR,1,1,uint16,,,,,,,B,,\nx,HR,2,1,uint16,,,,,,,A,,\n");

    assertThat(faults.list()).containsExactly("registers/m.csv:4: x stands twice");
  }

  @Test
  void aMapKnowsItsRowsByNameByBlockAndByTrait() {
    RegisterMap map =
        load(
            "x,HR,0,1,uint16,,,,,,,A,,\nx,HR,1,1,uint16,,,,,,,!A,,\ny,HR,59,2,uint32,,,,,,,*,,\n"
                + "z,IR,0,1,enum,,,,,switch,,*,,\nv,IR,1,1,enum-number,,,,,volts,,*,,\n");

    assertThat(faults.list()).isEmpty();
    assertThat(map.name()).isEqualTo("m");
    assertThat(map.names()).containsExactlyInAnyOrder("x", "y", "z", "v");
    assertThat(map.byName().get("x").address()).isZero();
    assertThat(map.forTraits(Set.of()).row("x").orElseThrow().address()).isEqualTo(1);
    assertThat(map.forTraits(Set.of("A")).rows()).hasSize(4);
    assertThat(map.rowsIn(Bank.HR, 60, 60)).extracting(RegisterRow::name).containsExactly("y");
    assertThat(map.rowsIn(Bank.IR, 0, 1)).extracting(RegisterRow::name).containsExactly("z");
    assertThat(map.row("none")).isEmpty();
  }

  @Test
  void aMapThatIsMissingIsAFault() {
    RegisterMaps maps =
        RegisterMaps.load(
            path -> Optional.empty(),
            List.of("none"),
            Enumerations.load(path -> Optional.empty(), faults),
            faults);

    assertThat(maps.get("none").orElseThrow().rows()).isEmpty();
    assertThat(maps.get("other")).isEmpty();
    assertThat(faults.list())
        .contains(
            "registers/none.csv: the table is missing",
            "registers/enums.csv: the table is missing");
  }

  @Test
  void anEnumerationNamesEachNumberOnce() {
    TableSource source =
        path -> Optional.of(new StringReader("enum,value,name,label\ne,1,A,\ne,1,B,\ne,*,C,\n"));

    Codes codes = Enumerations.load(source, faults).get("e").orElseThrow();

    assertThat(faults.list()).containsExactly("registers/enums.csv:3: e names 1 twice");
    assertThat(codes.name(7)).contains("C");
    assertThat(codes.number("B")).contains(1);
    assertThat(codes.number("D")).isEmpty();
  }

  @Test
  void theShippedMapsHaveNoFault() {
    assertThat(ShippedTables.maps()).allSatisfy(map -> assertThat(map.rows()).isNotEmpty());
  }

  @Test
  void everyBankKnowsTheFunctionThatReadsIt() {
    assertThat(Bank.values()).extracting(Bank::function).containsExactly(3, 4, 0x16);
  }
}
