package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  /** Each letter is ten seconds: a poll that Fails, one that is Answered, or none. */
  @ParameterizedTest(name = "{0} with a pause of {1} s")
  @CsvSource({
    "F,       60, no,  no",
    "FF,      60, yes, yes",
    "FAF,     60, no,  no",
    "FF.....,  60, yes, yes",
    "FF......, 60, no,  yes",
    "FF......F, 60, no,  yes",
    "FF......FF, 60, yes, yes",
    "FF......A, 60, no,  no",
    "FF......AF, 60, no,  no",
    "FFFFFF,  0,  no,  no"
  })
  void anAdapterIsLeftAloneAfterAPollAndItsRetryThatBroughtNothing(
      String polls, int pause, String on, String doubtful) {
    Rest rest = Rest.none(Duration.ofSeconds(pause));
    Instant now = START;
    for (char poll : polls.toCharArray()) {
      now = now.plusSeconds(10);
      rest = poll == 'F' ? rest.failed(now) : poll == 'A' ? rest.answered() : rest;
    }

    assertThat(rest.isOn(now)).isEqualTo(on.equals("yes"));
    assertThat(rest.isDoubtful()).isEqualTo(doubtful.equals("yes"));
  }
}
