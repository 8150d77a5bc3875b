package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final MutableClock wall = new MutableClock(START);
  private final AtomicLong nanos = new AtomicLong(-7);
  private final SteadyClock clock = SteadyClock.from(wall, nanos::get);

  @Test
  void followsElapsedTime() {
    nanos.addAndGet(Duration.ofSeconds(90).toNanos());

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
  }

  @Test
  void doesNotNoticeThatTheClockOfTheMachineIsSet() {
    wall.advance(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void keepsItsTimeInAnotherZone() {
    nanos.addAndGet(5);

    assertThat(clock.withZone(ZoneId.of("Europe/London")).instant()).isEqualTo(clock.instant());
    assertThat(clock.withZone(ZoneId.of("Europe/London")).getZone())
        .isEqualTo(ZoneId.of("Europe/London"));
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Z"));
  }
}
