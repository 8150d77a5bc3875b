package givbridge.command;

import givbridge.command.Outcome.Doubt;
import givbridge.command.Outcome.Fault;
import java.util.Locale;

/** Kinds of problem, as HTTP tells them (RFC 9457). */
public enum Problem {
  UNKNOWN_COMMAND(404, "There is no such command"),
  BAD_PAYLOAD(400, "The payload has not the right form"),
  CANNOT(409, "The inverter cannot do it"),
  OUT_OF_RANGE(422, "A value is out of range"),
  NOT_CONFIRMED(502, "The inverter did not confirm it"),
  FAILED(502, "The inverter did not do it"),
  OFFLINE(503, "The inverter is not connected"),
  TIMEOUT(504, "There is no confirmation yet");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status code. */
  public int status() {
    return status;
  }

  /** What it is about, in words that are the same for each such problem. */
  public String title() {
    return title;
  }

  /** What names the kind of problem to programs. */
  public String type() {
    return "urn:givbridge:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Problem of(Outcome.Refused refused) {
    return switch (refused.refusal().code()) {
      case UNKNOWN_COMMAND -> UNKNOWN_COMMAND;
      case BAD_PAYLOAD -> BAD_PAYLOAD;
      case CANNOT -> CANNOT;
      case OUT_OF_RANGE -> OUT_OF_RANGE;
      case UNREACHABLE -> OFFLINE;
    };
  }

  static Problem of(Outcome.NotConfirmed it) {
    return it.doubt() == Doubt.STILL_RUNNING ? TIMEOUT : NOT_CONFIRMED;
  }

  static Problem of(Outcome.Failed failed) {
    return failed.fault() == Fault.OFFLINE ? OFFLINE : FAILED;
  }
}
