package givbridge.modbus;

import static givbridge.modbus.Durations.longer;
import static givbridge.modbus.Durations.remaining;

import givbridge.modbus.LanePolicy.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Remembers when the line was used, and says how long the next request must wait. */
final class Pacer {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Pacing pacing;
  private final Deque<Instant> lastMinute = new ArrayDeque<>();
  private Strain strain;
  private Instant lastSend = Instant.EPOCH;
  private Instant lastWrite = Instant.EPOCH;
  private Instant freeSince = Instant.EPOCH;

  Pacer(LanePolicy policy) {
    this.pacing = policy.pacing();
    this.strain = Strain.none(policy.ration());
  }

  void sent(Ticket ticket, Instant now) {
    lastSend = now;
    if (ticket.isWrite()) {
      lastWrite = now;
    }
    forgetAfter(now);
    lastMinute.addLast(now);
  }

  /** The request in flight was answered or given up. */
  void free(Instant now) {
    freeSince = now;
  }

  /** A request was answered. */
  void answered() {
    strain = strain.answered();
  }

  /** A request was left unanswered by a device that is known to be there. */
  void failed() {
    strain = strain.failed();
  }

  /** Requests a minute that the dongle is asked to bear now. */
  int perMinute() {
    return strain.perMinute();
  }

  Duration waitBefore(Ticket ticket, Instant now) {
    Duration gap =
        ticket.urgency() == Urgency.COMMAND
            ? remaining(freeSince, pacing.commandGap(), now)
            : longer(
                remaining(lastSend, strain.stretched(pacing.betweenReads()), now), ration(now));
    Duration storing =
        ticket.isWrite() ? remaining(lastWrite, pacing.betweenWrites(), now) : Duration.ZERO;
    Duration rest = remaining(ticket.failedAt(), ticket.patience().retryDelay(), now);
    return longer(gap, longer(storing, rest));
  }

  /** Until so many of the requests are a minute old that one more is within the ration. */
  private Duration ration(Instant now) {
    forgetAfter(now);
    forgetUntil(now.minus(MINUTE));
    int tooMany = lastMinute.size() - strain.perMinute();
    return tooMany < 0 ? Duration.ZERO : remaining(sentAfter(tooMany), MINUTE, now);
  }

  /** A clock that was set back leaves requests of the future: they say nothing. */
  private void forgetAfter(Instant now) {
    while (!lastMinute.isEmpty() && lastMinute.getLast().isAfter(now)) {
      lastMinute.removeLast();
    }
  }

  /** In the order of their sending, so that only the first ones can be too old. */
  private void forgetUntil(Instant limit) {
    while (!lastMinute.isEmpty() && !lastMinute.getFirst().isAfter(limit)) {
      lastMinute.removeFirst();
    }
  }

  /** When the request was sent that came after so many of the last minute. */
  private Instant sentAfter(int earlier) {
    Iterator<Instant> sent = lastMinute.iterator();
    for (int i = 0; i < earlier; i++) {
      sent.next();
    }
    return sent.next();
  }
}
