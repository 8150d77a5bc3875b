package givbridge.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {
  private enum Word {
    ONE,
    TWO_WORDS
  }

  private final Faults faults = new Faults();

  private Row row(String cell) {
    return new Row(new Origin("t.csv", 7), Map.of("c", cell), faults);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "007,7", "00,0", "-5,-5", "0x11,17", "65535,65535"})
  void wholeNumbersAreDecimalOrHexadecimal(String cell, int number) {
    assertThat(row(cell).integer("c")).contains(number);
    assertThat(faults.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "99999999999", "0x"})
  void whatIsNoWholeNumberIsAFault(String cell) {
    assertThat(row(cell).integer("c")).isEmpty();
    assertThat(faults.list()).containsExactly("t.csv:7: c is not a whole number: " + cell);
  }

  @Test
  void decimalsAreExact() {
    assertThat(row("0.10").decimal("c")).contains(new BigDecimal("0.10"));
    assertThat(row("-60").decimal("c")).contains(new BigDecimal("-60"));
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void whatIsNoDecimalIsAFault() {
    assertThat(row("1,5").decimal("c")).isEmpty();
    assertThat(faults.list()).containsExactly("t.csv:7: c is not a number: 1,5");
  }

  @Test
  void emptyCellsAreNoNumbersAndNoFaults() {
    assertThat(row("").integer("c")).isEqualTo(Optional.empty());
    assertThat(row("").decimal("c")).isEqualTo(Optional.empty());
    assertThat(row("").list("c", "|")).isEmpty();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void anEmptyRequiredCellIsAFault() {
    assertThat(row("").required("c")).isEmpty();
    assertThat(faults.list()).containsExactly("t.csv:7: c is empty");
  }

  @Test
  void listsAreTrimmedAndHaveNoEmptyParts() {
    assertThat(row(" a +  b++c ").list("c", "+")).containsExactly("a", "b", "c");
  }

  @Test
  void choicesAreWrittenInLowerCaseWithHyphens() {
    assertThat(row("two-words").choice("c", Word.class)).contains(Word.TWO_WORDS);
    assertThat(row("TWO_WORDS").choice("c", Word.class)).isEmpty();
    assertThat(faults.list()).containsExactly("t.csv:7: c is none of the known words: TWO_WORDS");
  }

  @Test
  void anEmptyConditionIsAFault() {
    assertThat(row("").condition("c")).isEqualTo(Condition.ALWAYS);
    assertThat(faults.list()).containsExactly("t.csv:7: c is empty");
  }

  @Test
  void aColumnThatTheTableDoesNotHaveIsAnErrorOfTheProgram() {
    assertThatThrownBy(() -> row("1").text("d")).hasMessage("no column d in t.csv");
  }
}
