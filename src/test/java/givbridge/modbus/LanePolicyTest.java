package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.modbus.LanePolicy.Backoff;
import givbridge.modbus.LanePolicy.GiveUp;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LanePolicyTest {

  private static final Duration MINUS = Duration.ofMillis(-1);

  @Test
  void waitsDoubleUpToTheirCeiling() {
    Backoff backoff = LanePolicy.defaults().connection().backoff();

    assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofSeconds(40));
    assertThat(backoff.after(5, 0)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void timesThatCannotBeAreRefusedWithWords() {
    assertThatThrownBy(() -> new Pacing(MINUS, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("the gap between reads must not be negative");
    assertThatThrownBy(() -> new Patience(Duration.ZERO, 0, Duration.ZERO))
        .hasMessageContaining("at least one try is needed, not 0");
    assertThatThrownBy(() -> new GiveUp(Duration.ZERO, 0))
        .hasMessageContaining("at least one failure is needed, not 0");
    assertThatThrownBy(() -> new LaneAddress("inverter 1", "192.0.2.7", 0))
        .hasMessage("the port of inverter 1 must be 1..65535, not 0");
  }

  @Test
  void aClockSetBackMakesNoGapLongerThanItself() {
    Instant before = Instant.ofEpochSecond(10_000);

    assertThat(Durations.remaining(before, Duration.ofSeconds(1), Instant.EPOCH))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
