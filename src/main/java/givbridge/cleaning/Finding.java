package givbridge.cleaning;

/**
 * What is to be told and counted of a doubted value.
 *
 * @param doubt why it was doubted
 * @param course how it stands
 */
public record Finding(Doubt doubt, Course course) {
  /** How a doubt stands. */
  public enum Course {
    /** The first doubted value since the last believed one. */
    BEGINS,
    /** A further one. */
    GOES_ON,
    /** A counter that stayed lower for long was believed in the end. */
    GIVEN_IN
  }
}
