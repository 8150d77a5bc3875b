package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffPropertiesTest {

  @Property(tries = 200)
  void anyWaitStaysBetweenFourFifthsOfTheFirstAndTheCeiling(
      @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1) double random) {
    assertThat(LanePolicy.defaults().connection().backoff().after(failures, random))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(60));
  }
}
