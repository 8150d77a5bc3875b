package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.LanePolicy.Patience;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One request on its way through a lane. Only its answer may be touched by another thread. */
final class Ticket {

  private final CompletableFuture<Reply> answer = new CompletableFuture<>();
  private final RequestKey key;
  private final byte[] frame;
  private final Urgency urgency;
  private final Effort effort;
  private final Patience patience;
  private int tries;
  private Instant failedAt = Instant.EPOCH;

  Ticket(ModbusRequest request, Urgency urgency, Effort effort, LanePolicy policy) {
    this.key = RequestKey.of(request);
    this.frame = Envelope.encodeRequest(request);
    this.urgency = urgency;
    this.effort = effort;
    this.patience = policy.patience(key, effort);
  }

  CompletableFuture<Reply> answer() {
    return answer;
  }

  RequestKey key() {
    return key;
  }

  byte[] frame() {
    return frame;
  }

  Urgency urgency() {
    return urgency;
  }

  Effort effort() {
    return effort;
  }

  Patience patience() {
    return patience;
  }

  boolean isWrite() {
    return key.function() == Envelope.WRITE_SINGLE;
  }

  int tries() {
    return tries;
  }

  void sent() {
    tries++;
  }

  void failed(Instant now) {
    failedAt = now;
  }

  /** The answer came, but was thrown away: that try does not count. */
  void discarded() {
    tries--;
  }

  boolean triesLeft() {
    return tries < patience.tries();
  }

  /** When the last try failed; long ago for one never tried. */
  Instant failedAt() {
    return failedAt;
  }
}
