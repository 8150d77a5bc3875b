package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;

/** Says to callers why they got no answer. */
final class LaneErrors {

  /** How a try failed. */
  enum Failure {
    SILENCE,
    REFUSAL,
    CONNECTION_LOST
  }

  private LaneErrors() {}

  /** All tries of a request failed, the last of them in this way. */
  static ModbusException exhausted(String lane, Ticket ticket, Failure last) {
    String tries = ticket.tries() == 1 ? "1 try" : ticket.tries() + " tries";
    String hint = ticket.isWrite() ? "; it may have been stored: read it before repeating it" : "";
    return switch (last) {
      case REFUSAL ->
          new RefusedByDeviceException(
              "%s refused: %s (%s). This model may not know the register, or not take the value"
                  .formatted(lane, ticket.key(), tries));
      case SILENCE ->
          new ModbusIOException(
              "%s did not answer: %s (%s of %d ms)%s"
                  .formatted(
                      lane, ticket.key(), tries, ticket.patience().timeout().toMillis(), hint));
      case CONNECTION_LOST ->
          new ModbusIOException(
              "%s closed the connection instead of answering: %s (%s)%s"
                  .formatted(lane, ticket.key(), tries, hint));
    };
  }

  /** A request that cannot be sent now. */
  static ModbusException offline(String lane, Ticket ticket, String reason) {
    String sent = ticket.tries() == 0 ? "was not sent" : "got no answer";
    return new ModbusIOException(
        "%s is offline: %s. The request %s: %s".formatted(lane, reason, sent, ticket.key()));
  }
}
