package givbridge.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "*, '', true",
    "*, A, true",
    "A, A, true",
    "A, '', false",
    "A, B, false",
    "A|B, B, true",
    "A|B, C, false",
    "!A, '', true",
    "!A, B, true",
    "!A, A, false",
    "!A|!B, B, false",
    "!A|!B, C, true",
    "A|!B, A, true",
    "A|!B, A+B, false",
    "A|!B, C, false",
    "*|!B, C, true",
    "*|!B, B, false",
    " A | ! , A, true"
  })
  void aRowHoldsIfAnyPositiveTokenDoesAndNoNegativeOne(
      String condition, String traits, boolean holds) {
    Set<String> present = traits.isEmpty() ? Set.of() : Set.of(traits.split("\\+"));

    assertThat(Condition.parse(condition).holds(present)).isEqualTo(holds);
  }

  @Test
  void aConditionTellsEveryTraitThatItNames() {
    assertThat(Condition.parse("*|A|!B|addr:0x31").traits())
        .containsExactlyInAnyOrder("A", "B", "addr:0x31");
  }

  @Test
  void aConditionCannotBeChangedThroughTheSetsThatMadeIt() {
    Set<String> any = new java.util.HashSet<>(Set.of("A"));
    Condition condition = new Condition(any, Set.of());
    any.clear();

    assertThat(condition.holds(Set.of())).isFalse();
  }
}
