package givbridge.camel;

import givbridge.modbus.LanePolicy;
import givbridge.modbus.LanePolicy.Backoff;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
import givbridge.modbus.LanePolicy.Ration;
import givbridge.settings.DongleSettings;
import java.time.Duration;

/** The user's patience with dongles, in the lane's terms. */
final class LanePolicies {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORTEST_CEILING = Duration.ofSeconds(5);
  private static final Duration LONGEST_CEILING = Duration.ofSeconds(30);

  private LanePolicies() {}

  /**
   * A lane's policy.
   *
   * @param period from one poll to the next
   */
  static LanePolicy of(DongleSettings settings, Duration period) {
    LanePolicy usual = LanePolicy.defaults();
    Patience patience =
        new Patience(settings.timeout(), settings.tries(), usual.read().retryDelay());
    Patience probe = usual.probe();
    Duration shorter =
        probe.timeout().compareTo(settings.timeout()) < 0 ? probe.timeout() : settings.timeout();
    return new LanePolicy(
        new Pacing(settings.gap(), settings.writeGap(), usual.pacing().commandGap()),
        patience,
        patience,
        new Patience(shorter, probe.tries(), probe.retryDelay()),
        dialling(usual.connection(), period),
        new Ration(
            settings.budget(), usual.ration().halvings(), usual.ration().answersToRecover()));
  }

  /**
   * Seldom enough to leave a dongle that is away alone; but the rest after a failure is over before
   * the next poll, or within five seconds, so that its return costs one poll at most.
   */
  private static ConnectionPolicy dialling(ConnectionPolicy usual, Duration period) {
    Duration half = period.dividedBy(2);
    Duration ceiling = half.compareTo(LONGEST_CEILING) > 0 ? LONGEST_CEILING : half;
    return new ConnectionPolicy(
        usual.connectTimeout(),
        usual.settle(),
        usual.discardFirstRead(),
        new Backoff(
            FIRST_PAUSE, ceiling.compareTo(SHORTEST_CEILING) < 0 ? SHORTEST_CEILING : ceiling),
        usual.giveUp());
  }
}
