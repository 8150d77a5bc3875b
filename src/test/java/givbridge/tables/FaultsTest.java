package givbridge.tables;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import org.junit.jupiter.api.Test;

class FaultsTest {
  @Test
  void allFaultsAreToldAtOnceInTheirOrder() {
    Faults faults = new Faults();
    faults.add(new Origin("b.csv", 3), "second letter");
    faults.add("no place at all");
    faults.add(new Origin("a.csv", 0), "the whole file");

    assertThatThrownBy(faults::throwIfAny)
        .isInstanceOf(FaultsException.class)
        .hasMessageContaining("b.csv:3: second letter")
        .hasMessageContaining("a.csv: the whole file")
        .extracting(e -> ((FaultsException) e).faults(), list(String.class))
        .containsExactly("b.csv:3: second letter", "no place at all", "a.csv: the whole file");
  }

  @Test
  void withoutFaultsTheStartGoesOn() {
    assertThatCode(() -> new Faults().throwIfAny()).doesNotThrowAnyException();
  }
}
