package givbridge.modbus;

import givbridge.modbus.LanePolicy.Ration;
import java.time.Duration;

/**
 * How strained a dongle seems, and what that leaves of its ration.
 *
 * @param ration what it bears at best
 * @param halvings how often that is halved now
 * @param answers answers since the last halving was made or undone
 */
record Strain(Ration ration, int halvings, int answers) {

  static Strain none(Ration ration) {
    return new Strain(ration, 0, 0);
  }

  /** After a request that was left unanswered. */
  Strain failed() {
    return new Strain(ration, Math.min(halvings + 1, ration.halvings()), 0);
  }

  /** After an answer. */
  Strain answered() {
    if (halvings == 0) {
      return this;
    }
    return answers + 1 < ration.answersToRecover()
        ? new Strain(ration, halvings, answers + 1)
        : new Strain(ration, halvings - 1, 0);
  }

  /** Requests a minute at most. */
  int perMinute() {
    return Math.max(1, ration.perMinute() >> halvings);
  }

  /** A gap as long as the dongle needs it now. */
  Duration stretched(Duration gap) {
    return gap.multipliedBy(1L << halvings);
  }
}
