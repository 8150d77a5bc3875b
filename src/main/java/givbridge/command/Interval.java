package givbridge.command;

/**
 * Whole numbers from one to another.
 *
 * @param min smallest, inclusive
 * @param max largest, inclusive
 */
public record Interval(int min, int max) {
  /** Whether the number lies within. */
  boolean contains(int number) {
    return number >= min && number <= max;
  }

  /** The smallest interval that holds both. */
  Interval span(Interval other) {
    return new Interval(Math.min(min, other.min), Math.max(max, other.max));
  }

  @Override
  public String toString() {
    return min == max ? Integer.toString(min) : min + " to " + max;
  }
}
