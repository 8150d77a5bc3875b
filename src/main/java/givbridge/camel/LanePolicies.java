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
  private LanePolicies() {}

  static LanePolicy of(DongleSettings settings) {
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
        dialling(usual.connection()),
        new Ration(
            settings.budget(), usual.ration().halvings(), usual.ration().answersToRecover()));
  }

  /** Seldom enough to leave a dongle that is away alone, often enough to lose one poll at most. */
  private static ConnectionPolicy dialling(ConnectionPolicy usual) {
    return new ConnectionPolicy(
        usual.connectTimeout(),
        usual.settle(),
        usual.discardFirstRead(),
        new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30)),
        usual.giveUp());
  }
}
