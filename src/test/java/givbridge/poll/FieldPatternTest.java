package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPatternTest {
  @ParameterizedTest
  @CsvSource({
    "soc, soc, true",
    "soc, soc_max, false",
    "soc, battery_soc, false",
    "v_cell_*, v_cell_01, true",
    "v_cell_*, v_cell_, true",
    "v_cell_*, v_cell, false",
    "*_total, e_total, true",
    "*_total, total_e, false",
    "e_*_total, e_pv_total, true",
    "e_*_total, e_total, false",
    "*, anything, true"
  })
  void aStarStandsForAnyPartOfAName(String pattern, String field, boolean named) {
    assertThat(FieldPattern.of(pattern).names(field)).isEqualTo(named);
    assertThat(FieldPattern.of(pattern)).hasToString(pattern);
  }
}
