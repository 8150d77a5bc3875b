package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of the tables is told with its file and line, before anything runs. */
class TreeTableTest {
  private static final String TREE =
      "path,scope,needs,n,models,source,form,unit,min,max,zero,filter,rising,retain";
  private static final String ENTITIES =
      "path,component,device_class,state_class,command,options,min,max,step";
  private static final String TARIFF = "input,models,needs,value";
  private static final String CHECKS = "check,kind,models,needs,value,scale,margin,share,refuses";
  private static final String SECTION = "section,battery-only";
  private static final String SECTIONS = SECTION + "\nA,no\nB,yes\n";
  private static final String FIRST =
      "A/First,inverter,,,single-phase,p_grid_out,int,W,-9,9,ok,none,no,";

  private static List<String> faults(String tree, String entities) {
    Faults faults = new Faults();
    try {
      TreeTable.read(
          new TreeTable.Sources(
              Table.read("tree", new StringReader(tree), faults, TREE.split(",")),
              Table.read("entities", new StringReader(entities), faults, ENTITIES.split(",")),
              Table.read("checks", new StringReader(CHECKS), faults, CHECKS.split(",")),
              Table.read("sections", new StringReader(SECTIONS), faults, SECTION.split(",")),
              Table.read("tariff", new StringReader(TARIFF), faults, TARIFF.split(","))),
          RecordedPlant.plants(),
          faults);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return faults.list();
  }

  private static String row(String path, String rest) {
    return TREE + "\n" + FIRST + "\n" + path + "," + rest + "\n";
  }

  @Test
  void theTablesThatShipHaveNoFault() {
    Faults faults = new Faults();
    TreeTable table = TreeTable.load(RecordedPlant.plants(), faults);
    assertThat(faults.list()).isEmpty();
    assertThat(table.rows()).hasSizeGreaterThan(100);
  }

  @Test
  void everyNumberCanBeBelievedOnlyWithinLimits() {
    assertThat(RecordedPlant.table().rows())
        .filteredOn(row -> row.form().isNumber())
        .allSatisfy(
            row -> {
              assertThat(row.cleaning().bounds().min()).isPresent();
              assertThat(row.cleaning().bounds().max()).isPresent();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "A/X; robot,,,*,p_grid_out,int,W,0,9,ok,none,no,; no such kind of device: robot",
        "A/X; inverter,robot,,*,p_grid_out,int,W,0,9,ok,none,no,; no such kind of device: robot",
        "A/X; inverter,battery|robot,,*,p_grid_out,int,W,0,9,ok,none,no,; no such kind of device: robot",
        "A/{m}; inverter,,,*,p_grid_out,int,W,0,9,ok,none,no,; nothing fills the placeholder {m}",
        "A/{n}; inverter,,,*,p_grid_out,int,W,0,9,ok,none,no,; nothing fills the placeholder {n}",
        "A/{n}; inverter,,1-2,*,p_pv{n},int,W,0,9,ok,none,no,; n is not a range",
        "A/X; inverter,,,robots,p_grid_out,int,W,0,9,ok,none,no,; no such model or trait: robots",
        "A/X; inverter,,,AC,p_robot,int,W,0,9,ok,none,no,; no such field of inverter for AC: p_robot",
        "A/X; inverter,,,*,v_pv1,float,V,0,9,ok,none,no,; no such field of inverter for AC: v_pv1",
        "A/X; inverter,,,*,robot:x,float,V,0,9,ok,none,no,; no such kind of device: robot",
        "A/X; inverter,,,*,A/Second,int,W,0,9,ok,none,no,; no such leaf for",
        "A/X; inverter,,,*,A/X,int,W,0,9,ok,none,no,; A/X needs itself",
        "A/First; inverter,,,AC,p_grid_out,int,W,0,9,ok,none,no,; A/First stands twice for AC",
        "A/X; inverter,,,*,p_grid_out,int,W,0,,ok,none,no,; a number needs min and max",
        "A/X; inverter,,,*,p_grid_out,text,,,,,,,; the form TEXT does not fit a NUMBER value",
        "A/X; inverter,,,*,system_time,int,,0,9,ok,none,no,; the form INT does not fit a MOMENT value",
        "A/X; inverter,,,*,robot(1),int,,0,9,ok,none,no,; no such function: robot",
        "A/X; inverter,,,*,`\"round(1)\"`,int,,0,9,ok,none,no,; round cannot take 1 arguments",
        "A/X; inverter,,,*,`\"word('a', 'b')\"`,text,,,,,,,; argument 1 of word cannot be a TEXT value",
        "A/X; inverter,,,*,sum(,int,,0,9,ok,none,no,; breaks off",
        "C/X; inverter,,,*,p_grid_out,int,W,0,9,ok,none,no,; no such section: C",
        "A/X; inverter,,,*,wish:robot,int,W,0,9,ok,none,no,; no such field of wish",
        "A/X; inverter,,,*,,int,,0,9,ok,none,no,; source is empty",
        "A/X; inverter,,,*,p_grid_out,robot,,0,9,ok,none,no,; form is none of the known words",
        "A/X; inverter,,,*,p_grid_out,int,,0,9,maybe,none,no,; zero is none of the known words",
        "A/{raw}; inverter,,,*,p_grid_out,raw-text,,,,,,,; belong together",
        "A/X; inverter,,,*,*,raw-text,,,,,,,; belong together",
        "A/X; inverter,,,*,bridge:robot,int,,0,9,ok,none,no,; no such field of bridge",
        "A/X; bridge,,,*,bridge:write_count,int,,0,9,ok,none,no,; one section of their own",
        "B/X; bridge,,,*,inverter:p_grid_out,int,,0,9,ok,none,no,; the bridge knows no registers",
        "B/X; bridge,,,*,A/First,int,,0,9,ok,none,no,; share no leaves"
      })
  void aFaultyRowIsNamedWithItsLine(String path, String rest, String fault) {
    assertThat(faults(row(path, rest.replace("`", "")), ENTITIES + "\n"))
        .anySatisfy(told -> assertThat(told).startsWith("tree:3: ").contains(fault));
  }

  @Test
  void aCircleOfSeveralLeavesIsFound() {
    String tree =
        TREE
            + "\nA/X,inverter,,,*,\"sum(A/Y, 1)\",int,,0,9,ok,none,no,"
            + "\nA/Y,inverter,,,*,A/X,int,,0,9,ok,none,no,\n";
    assertThat(faults(tree, ENTITIES + "\n"))
        .anySatisfy(told -> assertThat(told).contains("needs itself"));
  }

  @Test
  void aLeafOfARawRegisterCannotBeUsed() {
    String tree =
        TREE + "\nA/X,inverter,,,*,serial,raw-text,,,,,,," + "\nA/Y,inverter,,,*,A/X,text,,,,,,,\n";
    assertThat(faults(tree, ENTITIES + "\n")).containsExactly("tree:3: no formula can use A/X");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "A/Second,sensor,,,,,,,; no such path in the tree: A/Second",
        "A/First,robot,,,,,,,; component is none of the known words",
        "A/First,switch,,,,,,,; what can be set needs a command",
        "A/First,select,,,setIt,,,,; options belong to selects",
        "A/First,sensor,,,,a|b,,,; options belong to selects",
        "A/First,number,,,setIt,,0,,1; needs min and max"
      })
  void aFaultyEntityIsNamedWithItsLine(String entity, String fault) {
    assertThat(faults(TREE + "\n" + FIRST + "\n", ENTITIES + "\n" + entity + "\n"))
        .anySatisfy(told -> assertThat(told).startsWith("entities:2: ").contains(fault));
  }

  @Test
  void anEntityThatStandsTwiceIsNamed() {
    String entities = ENTITIES + "\nA/First,sensor,,,,,,,\nA/First,sensor,,,,,,,\n";
    assertThat(faults(TREE + "\n" + FIRST + "\n", entities))
        .containsExactly("entities:3: A/First stands twice");
  }

  @Test
  void aRangeMayEndAtAnotherLeaf() {
    Announcement rate =
        RecordedPlant.table().rows().stream()
            .filter(row -> row.path().equals("Control/Battery_Charge_Rate"))
            .flatMap(row -> row.announcement().stream())
            .findFirst()
            .orElseThrow();
    assertThat(rate.command()).contains("setChargeRate");
    assertThat(rate.range().orElseThrow().max()).isEmpty();
    assertThat(rate.range().orElseThrow().maxLeaf()).contains("{serial}/Invertor_Max_Bat_Rate");
  }
}
