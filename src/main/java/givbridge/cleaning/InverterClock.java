package givbridge.cleaning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is believed of the inverter's own clock, by which its day turns. It knows no zone, may drift
 * by minutes a month, and may be set at any time. Never changes.
 *
 * @param ahead how far it is ahead of UTC; empty: not known yet
 * @param unproven how far it was at the last read, which disagrees and waits for a second one
 * @param readAt when it was read last
 */
public record InverterClock(Optional<Duration> ahead, Optional<Duration> unproven, Instant readAt) {
  /** Never read. */
  public static final InverterClock UNKNOWN =
      new InverterClock(Optional.empty(), Optional.empty(), Instant.EPOCH);

  /** Two reads agree within this: a read takes seconds, and the clock shows whole ones. */
  private static final Duration AGREEMENT = Duration.ofSeconds(90);

  /** So far off the first read may be and is still believed at once: a zone, not another day. */
  private static final Duration FIRST = Duration.ofHours(14);

  /**
   * What is believed after a read; one that cannot be read changes nothing.
   *
   * @param moment what the clock showed
   * @param at when it was read
   * @param zone in which it is meant to run
   */
  public InverterClock read(LocalDateTime moment, Instant at, ZoneId zone) {
    if (at.equals(readAt)) {
      return this;
    }
    Duration now = Duration.between(LocalDateTime.ofInstant(at, ZoneOffset.UTC), moment);
    boolean believed = ahead.isPresent() ? agrees(ahead, now) : isNear(moment, at, zone);
    return believed || agrees(unproven, now)
        ? new InverterClock(Optional.of(now), Optional.empty(), at)
        : new InverterClock(ahead, Optional.of(now), at);
  }

  /** What it showed at a time; empty while that is in doubt. */
  public Optional<LocalDateTime> wallTime(Instant at) {
    return unproven.isPresent() || ahead.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDateTime.ofInstant(at, ZoneOffset.UTC).plus(ahead.get()));
  }

  /** How far it was ahead of the time of its zone when it was read; empty while in doubt. */
  public Optional<Duration> drift(ZoneId zone) {
    return wallTime(readAt)
        .map(shown -> Duration.between(LocalDateTime.ofInstant(readAt, zone), shown));
  }

  private static boolean agrees(Optional<Duration> before, Duration now) {
    return before.filter(known -> known.minus(now).abs().compareTo(AGREEMENT) <= 0).isPresent();
  }

  private static boolean isNear(LocalDateTime moment, Instant at, ZoneId zone) {
    Duration off = Duration.between(LocalDateTime.ofInstant(at, zone), moment);
    return off.abs().compareTo(FIRST) <= 0;
  }
}
