package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class InverterClockTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static InverterClock read(InverterClock clock, String shown, String at) {
    return clock.read(LocalDateTime.parse(shown), Instant.parse(at), LONDON);
  }

  private static InverterClock right() {
    return read(InverterClock.UNKNOWN, "2026-06-01T13:00:02", "2026-06-01T12:00:00Z");
  }

  private static void assertShows(InverterClock clock, String at, String shown) {
    assertThat(clock.wallTime(Instant.parse(at))).contains(LocalDateTime.parse(shown));
  }

  @Test
  void aFirstReadNearTheHostIsBelievedAtOnce() {
    assertShows(right(), "2026-06-01T12:00:30Z", "2026-06-01T13:00:32");
  }

  @Test
  void aFirstReadOfAnotherDayNeedsASecond() {
    InverterClock once = read(InverterClock.UNKNOWN, "2026-06-07T13:00:00", "2026-06-01T12:00:00Z");
    assertThat(once.wallTime(Instant.parse("2026-06-01T12:00:00Z"))).isEmpty();
    InverterClock twice = read(once, "2026-06-07T13:00:31", "2026-06-01T12:00:30Z");
    assertShows(twice, "2026-06-01T12:01:00Z", "2026-06-07T13:01:01");
  }

  @Test
  void aClockThatIsSetIsBelievedAtTheSecondRead() {
    InverterClock once = read(right(), "2026-06-01T14:00:32", "2026-06-01T12:00:30Z");
    assertThat(once.wallTime(Instant.parse("2026-06-01T12:00:30Z"))).isEmpty();
    assertThat(read(once, "2026-06-01T14:00:32", "2026-06-01T12:00:30Z")).isSameAs(once);
    InverterClock twice = read(once, "2026-06-01T14:01:02", "2026-06-01T12:01:00Z");
    assertShows(twice, "2026-06-01T12:01:00Z", "2026-06-01T14:01:02");
  }

  @Test
  void aClockReadWrongOnceGoesOnAsBefore() {
    InverterClock wrong = read(right(), "2031-01-01T00:00:00", "2026-06-01T12:00:30Z");
    InverterClock back = read(wrong, "2026-06-01T13:01:02", "2026-06-01T12:01:00Z");
    assertShows(back, "2026-06-01T22:59:59Z", "2026-06-02T00:00:01");
  }

  @Test
  void aClockThatCouldNotBeReadSinceIsCarriedOn() {
    assertShows(right(), "2026-06-01T23:30:00Z", "2026-06-02T00:30:02");
  }
}
