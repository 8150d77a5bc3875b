package givbridge.camel;

import givbridge.modbus.LanePolicy;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
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
        usual.connection());
  }
}
