package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in a table is told with its file and line, before anything starts. */
class CommandTablesTest {
  private static final String COMMAND =
      "setIt{slot},,limit,known,yes,3,equal,Control/It_{slot},It was a success,It failed: {why},It";
  private static final String PARAMETERS =
      "setIt{slot},slot,index,yes,slot,,,slot\nsetIt{slot},p,percent,yes,p,,,percent\n";
  private static final String LIMITS = "setIt{slot},slot,*,1..2\nsetIt{slot},p,*,4..100\n";
  private static final String WRITE = "setIt{slot},*,,charge_target_soc_{slot},number(p)";

  private static List<String> faults(
      String commands, String parameters, String limits, String writes) {
    Faults faults = new Faults();
    CommandLoader.Sources sources =
        new CommandLoader.Sources(
            table("c.csv", CommandLoader.Sources.COMMANDS, commands, faults),
            table("p.csv", CommandLoader.Sources.PARAMETERS, parameters, faults),
            table("l.csv", CommandLoader.Sources.LIMITS, limits, faults),
            table("w.csv", CommandLoader.Sources.WRITES, writes, faults));
    CommandLoader.load(sources, Plant.PLANTS, faults);
    return faults.list();
  }

  private static Table table(String file, String[] columns, String rows, Faults faults) {
    try {
      String text = String.join(",", columns) + "\n" + rows;
      return Table.read(file, new StringReader(text), faults, columns);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSoundCommandHasNoFault() {
    assertThat(faults(COMMAND, PARAMETERS, LIMITS, WRITE)).isEmpty();
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "limit; nonsense; c.csv:2: kind is none of the known words: nonsense",
        "known; nonsense; c.csv:2: no such model or trait: nonsense",
        ",yes; ,maybe; c.csv:2: skip-equal is neither yes nor no: maybe",
        ",3,; ,0,; c.csv:2: tries must be 1 or more",
        "equal; later; c.csv:2: verify is neither equal nor clock(field): later",
        "equal; clock(nonsense); c.csv:2: no such register: nonsense",
        "Control/It_{slot}; Control; c.csv:2: shows is not such as Control/Mode: Control",
        "Control/It_{slot}; Control/It_{p}; c.csv:2: {p} is no index parameter with limits in"
            + " numbers",
        "It was a success; It was; c.csv:2: the sentence must say \"was a success\": It was",
        "It was a success; {q} was a success; c.csv:2: setIt{slot} has no parameter q",
        "failed: {why}; said {why}; c.csv:2: the sentence must say \"failed\": It said {why}",
        "setIt{slot},,; 'setIt{slot},setIt1,'; c.csv:2: the name stands twice: setIt{slot}",
      })
  void aFaultInACommandIsTold(String sound, String wrong, String fault) {
    assertThat(faults(COMMAND.replace(sound, wrong), PARAMETERS, LIMITS, WRITE)).contains(fault);
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "p,percent; p,nonsense; p.csv:3: type is none of the known words: nonsense",
        "p,percent; p,time; p.csv:3: p is no number, but has limits",
        "p,percent; p,word; p.csv:3: a word has choices, and nothing else has",
        ",yes,p,; ,yes,,; p.csv:3: keys is empty",
        ",p,,,percent; ,p,both,,percent; p.csv:3: outside is neither raise nor lower: both",
        "}',p,percent; }',slot,percent; p.csv:3: slot stands twice for setIt{slot}",
        "setIt{slot},p; other,p; p.csv:3: no such command: other",
      })
  void aFaultInAParameterIsTold(String sound, String wrong, String fault) {
    String from = sound.replace("'", "");
    String to = wrong.replace("'", "");
    assertThat(faults(COMMAND, PARAMETERS.replace(from, to), LIMITS, WRITE)).contains(fault);
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "4..100; 4-100; l.csv:3: limits are neither such as 1..10 or 0..max nor a register: 4-100",
        "4..100; nonsense; l.csv:3: no register nonsense that may be written",
        "4..100; language; l.csv:3: no register language that may be written",
        "p,*; p,nonsense; l.csv:3: no such model or trait: nonsense",
        "p,*; q,*; l.csv:3: setIt{slot} has no parameter q",
        "p,*; q,*; p.csv:3: p has no limits",
      })
  void aFaultInLimitsIsTold(String sound, String wrong, String fault) {
    assertThat(faults(COMMAND, PARAMETERS, LIMITS.replace(sound, wrong), WRITE)).contains(fault);
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "charge_target_soc_{slot}; nonsense; w.csv:2: no such register: nonsense",
        "charge_target_soc_{slot}; charge_target_soc_{p}; w.csv:2: {p} is no index parameter with"
            + " limits in numbers",
        "number(p); 3; w.csv:2: charge_target_soc_1 does not take 3",
        "number(p); number(q); w.csv:2: q is not what the conversion takes: number(q)",
        "number(p); on(p); w.csv:2: p is not what the conversion takes: on(p)",
        "number(p); number(p p); w.csv:2: the conversion takes 1 operands: number(p p)",
        "number(p); nonsense(p); w.csv:2: value is neither a number nor a known conversion:"
            + " nonsense(p)",
        "number(p); saved_reserve(no); w.csv:2: no is not what the conversion takes:"
            + " saved_reserve(no)",
        ",*,; ,nonsense,; w.csv:2: no such model or trait: nonsense",
        "*,,; *,option:no,; w.csv:2: no such option: no",
        "*,,; *,p=high,; w.csv:2: p is never high",
        "*,,; *,q,; w.csv:2: setIt{slot} has no parameter q",
        "setIt{slot}; other; w.csv:2: no such command: other",
        "setIt{slot}; other; c.csv:2: setIt{slot} writes nothing",
      })
  void aFaultInAWriteIsTold(String sound, String wrong, String fault) {
    assertThat(faults(COMMAND, PARAMETERS, LIMITS, WRITE.replace(sound, wrong))).contains(fault);
  }

  @Test
  void aRegisterThatMustNotBeWrittenIsAFault() {
    assertThat(faults(COMMAND, PARAMETERS, LIMITS, WRITE.replaceAll("charge_.*\\}", "language")))
        .isNotEmpty()
        .allSatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("w.csv:2: language must not be written, see registers/"));
  }

  @Test
  void twoCommandsOfOneNameAreAFault() {
    String second = COMMAND.replace("setIt{slot},,", "setOther,setIt2,");

    assertThat(faults(COMMAND + "\n" + second, PARAMETERS, LIMITS, WRITE))
        .contains("c.csv:3: the name stands twice: setIt2");
  }

  @Test
  void aParameterThatNeedNotBeGivenIsOnlyUsedWhereItWas() {
    String optional = PARAMETERS.replace("percent,yes", "percent,no");

    assertThat(faults(COMMAND, optional, LIMITS, WRITE))
        .containsExactly("w.csv:2: p is not what the conversion takes: number(p)");
    assertThat(faults(COMMAND, optional, LIMITS, WRITE.replace("*,,", "*,p,"))).isEmpty();
  }
}
