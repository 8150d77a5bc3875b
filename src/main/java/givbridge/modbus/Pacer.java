package givbridge.modbus;

import static givbridge.modbus.Durations.longer;
import static givbridge.modbus.Durations.remaining;

import givbridge.modbus.LanePolicy.Pacing;
import java.time.Duration;
import java.time.Instant;

/** Remembers when the line was used, and says how long the next request must wait. */
final class Pacer {

  private final Pacing pacing;
  private Instant lastSend = Instant.EPOCH;
  private Instant lastWrite = Instant.EPOCH;
  private Instant freeSince = Instant.EPOCH;

  Pacer(Pacing pacing) {
    this.pacing = pacing;
  }

  void sent(Ticket ticket, Instant now) {
    lastSend = now;
    if (ticket.isWrite()) {
      lastWrite = now;
    }
  }

  /** The request in flight was answered or given up. */
  void free(Instant now) {
    freeSince = now;
  }

  Duration waitBefore(Ticket ticket, Instant now) {
    Duration gap =
        ticket.urgency() == Urgency.COMMAND
            ? remaining(freeSince, pacing.commandGap(), now)
            : remaining(lastSend, pacing.betweenReads(), now);
    Duration storing =
        ticket.isWrite() ? remaining(lastWrite, pacing.betweenWrites(), now) : Duration.ZERO;
    Duration rest = remaining(ticket.failedAt(), ticket.patience().retryDelay(), now);
    return longer(gap, longer(storing, rest));
  }
}
