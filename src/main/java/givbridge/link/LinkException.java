package givbridge.link;

/** A plant gave no usable answer; the message says which request and why. */
public final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Cause why;

  /** What went wrong. */
  public enum Cause {
    /** There is no connection, and the lane waits before it tries the next one. */
    OFFLINE,
    /** Every try of the request went unanswered. */
    NO_ANSWER,
    /** The device answered each try with an error. */
    REFUSED
  }

  public LinkException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
