package givbridge.command;

/**
 * Why nothing is done.
 *
 * @param code the kind of reason
 * @param why in words: what is wrong, and what would be right
 */
public record Refusal(Code code, String why) implements Parsed, Preparation, Planning {
  /** Kinds of reason. */
  public enum Code {
    /** There is no command of that name. */
    UNKNOWN_COMMAND,
    /** The payload has not the right form. */
    BAD_PAYLOAD,
    /** The inverter cannot do it, or what must be known for it is not known. */
    CANNOT,
    /** A value lies outside its limits. */
    OUT_OF_RANGE,
    /** There is no connection to the inverter, or it does not answer. */
    UNREACHABLE
  }
}
