package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.view.Formula.Call;
import givbridge.view.Formula.DeviceReference;
import givbridge.view.Formula.Field;
import givbridge.view.Formula.LeafValue;
import givbridge.view.Formula.Literal;
import givbridge.view.Formula.Which.Numbered;
import givbridge.view.Formula.Which.Relative;
import givbridge.view.Formula.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {
  @Test
  void eachSortOfFormulaIsTold() {
    assertThat(FormulaParser.parse("p_pv1")).isEqualTo(new Field(Optional.empty(), "p_pv1"));
    assertThat(FormulaParser.parse(" -1.50 ")).isEqualTo(new Literal(new BigDecimal("-1.50")));
    assertThat(FormulaParser.parse("'Eco (Paused), or so'"))
        .isEqualTo(new Word("Eco (Paused), or so"));
    assertThat(FormulaParser.parse("1A2B/Power/X_1")).isEqualTo(new LeafValue("1A2B/Power/X_1"));
    assertThat(FormulaParser.parse("{serial}/X")).isEqualTo(new LeafValue("{serial}/X"));
    assertThat(FormulaParser.parse("battery[2]:soc"))
        .isEqualTo(new Field(Optional.of(new DeviceReference("battery", new Numbered(2))), "soc"));
    assertThat(FormulaParser.parse("inverter:soc"))
        .isEqualTo(
            new Field(Optional.of(new DeviceReference("inverter", Relative.NEAREST)), "soc"));
    assertThat(FormulaParser.parse("module[last]:t"))
        .isEqualTo(new Field(Optional.of(new DeviceReference("module", Relative.LAST)), "t"));
    assertThat(FormulaParser.parse("sum(a, product(b,2) ,battery[*]:soc)"))
        .isEqualTo(
            new Call(
                "sum",
                List.of(
                    new Field(Optional.empty(), "a"),
                    new Call(
                        "product",
                        List.of(
                            new Field(Optional.empty(), "b"), new Literal(new BigDecimal("2")))),
                    new Field(Optional.of(new DeviceReference("battery", Relative.EACH)), "soc"))));
    assertThat(FormulaParser.parse("now()")).isEqualTo(new Call("now", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; breaks off",
        "sum(a; not closed",
        "sum(a,; breaks off",
        "sum(a b); not closed",
        "a b; follows",
        "); cannot begin",
        "a + b; character 3",
        "'open; character 1"
      })
  void whatIsNoFormulaIsToldInWords(String text, String fault) {
    assertThatThrownBy(() -> FormulaParser.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }
}
