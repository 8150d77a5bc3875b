package givbridge.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * What a dongle does by itself.
 *
 * @param heartbeat time from one sign of life to the next; a client that left three of them
 *     unanswered is hung up on
 * @param idleClose after so long without a byte from a client it is hung up on; empty: never
 * @param leastLatency shortest time to an answer
 * @param mostLatency longest time to an answer; they are spread evenly
 * @param collision a request that comes so soon after another makes both disappear; empty: none
 *     does. Measured on a gen2 hybrid: lost at 0.07 s, answered at 0.19 s
 * @param slowness how much longer an answer takes under {@link FaultKind#SLOW}
 */
public record Habits(
    Duration heartbeat,
    Optional<Duration> idleClose,
    Duration leastLatency,
    Duration mostLatency,
    Optional<Duration> collision,
    Duration slowness) {

  private static final Duration HEARTBEAT = Duration.ofMinutes(3);
  private static final Duration SLOWNESS = Duration.ofSeconds(10);
  private static final Habits PROMPT =
      new Habits(
          HEARTBEAT, Optional.empty(), Duration.ZERO, Duration.ZERO, Optional.empty(), SLOWNESS);

  /** Answers at once and loses nothing: for tests and for the impatient. */
  public static Habits prompt() {
    return PROMPT;
  }

  /** Answers after 0.1 to 0.4 s, as measured on real dongles. */
  public static Habits measured() {
    return PROMPT.withLatency(Duration.ofMillis(100), Duration.ofMillis(400));
  }

  /** The same with another time between heartbeats. */
  public Habits withHeartbeat(Duration other) {
    return new Habits(other, idleClose, leastLatency, mostLatency, collision, slowness);
  }

  /** The same, hanging up on idle clients after so long. */
  public Habits withIdleClose(Duration idle) {
    return new Habits(heartbeat, Optional.of(idle), leastLatency, mostLatency, collision, slowness);
  }

  /** The same with another latency. */
  public Habits withLatency(Duration least, Duration most) {
    return new Habits(heartbeat, idleClose, least, most, collision, slowness);
  }

  /** The same, losing requests that come so soon after each other. */
  public Habits withCollision(Duration gap) {
    return new Habits(heartbeat, idleClose, leastLatency, mostLatency, Optional.of(gap), slowness);
  }

  /** The same with another delay of slow answers. */
  public Habits withSlowness(Duration other) {
    return new Habits(heartbeat, idleClose, leastLatency, mostLatency, collision, other);
  }
}
