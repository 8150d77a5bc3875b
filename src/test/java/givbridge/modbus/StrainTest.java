package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.modbus.LanePolicy.Ration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrainTest {
  /** F is a request without an answer, a number so many answers. */
  @ParameterizedTest(name = "after {0}")
  @CsvSource({
    "'',            180, 250",
    "100,           180, 250",
    "F,             90,  500",
    "F F,           45,  1000",
    "F F F,         22,  2000",
    "F F F F F,     22,  2000",
    "F 29,          90,  500",
    "F 30,          180, 250",
    "F F 30,        90,  500",
    "F F 59,        90,  500",
    "F F 60,        180, 250",
    "F 29 F 29,     45,  1000",
    "F F F F 90,    180, 250"
  })
  void unansweredRequestsShrinkTheRationAndAnswersGiveItBackSlowly(
      String events, int perMinute, int gap) {
    Strain strain = Strain.none(new Ration(180, 3, 30));
    for (String event : events.isEmpty() ? new String[0] : events.split(" ", -1)) {
      if (event.equals("F")) {
        strain = strain.failed();
      } else {
        for (int i = 0; i < Integer.parseInt(event); i++) {
          strain = strain.answered();
        }
      }
    }

    assertThat(strain.perMinute()).isEqualTo(perMinute);
    assertThat(strain.stretched(Duration.ofMillis(250))).isEqualTo(Duration.ofMillis(gap));
  }

  @Test
  void withoutARationNothingEverShrinks() {
    Strain strain = Strain.none(Ration.UNLIMITED).failed().failed();

    assertThat(strain.perMinute()).isEqualTo(Integer.MAX_VALUE);
    assertThat(strain.stretched(Duration.ofMillis(250))).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void aRequestAMinuteIsAlwaysLeft() {
    Strain strain = Strain.none(new Ration(3, 5, 1));
    for (int i = 0; i < 5; i++) {
      strain = strain.failed();
    }

    assertThat(strain.perMinute()).isEqualTo(1);
  }

  @Test
  void rationsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Ration(0, 1, 1)).hasMessageContaining("a ration needs");
    assertThatThrownBy(() -> new Ration(1, -1, 1)).hasMessageContaining("a ration needs");
    assertThatThrownBy(() -> new Ration(1, 1, 0)).hasMessageContaining("a ration needs");
  }
}
