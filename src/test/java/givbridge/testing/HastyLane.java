package givbridge.testing;

import givbridge.modbus.LanePolicy;
import givbridge.modbus.LanePolicy.Backoff;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import givbridge.modbus.LanePolicy.GiveUp;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
import java.time.Duration;

/** Lanes to plants that answer at once or never: without gaps and rests. */
public final class HastyLane {
  private HastyLane() {}

  /**
   * A policy.
   *
   * @param tries of a request, two seconds each
   * @param probe patience with what may not be there, tried once
   */
  public static LanePolicy policy(int tries, Duration probe) {
    Patience patient = new Patience(Duration.ofSeconds(2), tries, Duration.ZERO);
    return new LanePolicy(
        new Pacing(Duration.ZERO, Duration.ZERO, Duration.ZERO),
        patient,
        patient,
        new Patience(probe, 1, Duration.ZERO),
        new ConnectionPolicy(
            Duration.ofSeconds(2),
            Duration.ZERO,
            false,
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(10)),
            new GiveUp(Duration.ofMinutes(1), 100)));
  }
}
