package givbridge.modbus;

import givbridge.modbus.LanePolicy.GiveUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches for a connection which takes requests but gives no answer. Heartbeats do not count as
 * life: a dongle sends them also when its line to the inverter hangs.
 */
final class Silence {

  private final GiveUp limits;
  private Optional<Instant> unansweredSince = Optional.empty();
  private int failures;

  Silence(GiveUp limits) {
    this.limits = limits;
  }

  void sent(Instant now) {
    if (unansweredSince.isEmpty()) {
      unansweredSince = Optional.of(now);
    }
  }

  /** An answer came, to whomever. */
  void broken() {
    unansweredSince = Optional.empty();
    failures = 0;
  }

  /** A request was given up. */
  void gaveUp() {
    if (unansweredSince.isPresent()) {
      failures++;
    }
  }

  /** Why the connection should be replaced, if it should. */
  Optional<String> verdict(Instant now) {
    if (failures >= limits.failures()) {
      return Optional.of(failures + " requests in a row got no answer");
    }
    return unansweredSince
        .map(since -> Duration.between(since, now))
        .filter(silence -> silence.compareTo(limits.silence()) >= 0)
        .map(silence -> "no answer for " + silence.toSeconds() + " s");
  }
}
