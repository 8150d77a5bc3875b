package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestKeyTest {
  private static final RequestKey KEY = RequestKey.input(0x32, 60, 60);

  @Test
  void itEqualsWhatAsksTheSame() {
    RequestKey same = new RequestKey(0x32, Envelope.READ_INPUT, 60, 60);

    assertThat(KEY).isEqualTo(same).hasSameHashCodeAs(same);
  }

  @Test
  void itEqualsNothingElse() {
    assertThat(KEY).isNotEqualTo(null).isNotEqualTo("read input 0x32 60+60");
    Stream.of(
            RequestKey.input(0x33, 60, 60),
            RequestKey.holding(0x32, 60, 60),
            RequestKey.input(0x32, 0, 60),
            RequestKey.input(0x32, 60, 59))
        .forEach(other -> assertThat(KEY).isNotEqualTo(other));
  }
}
