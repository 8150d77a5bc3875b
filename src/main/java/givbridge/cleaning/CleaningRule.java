package givbridge.cleaning;

import givbridge.registers.RegisterRow.Bounds;

/**
 * What a leaf's values must obey before they are published.
 *
 * @param bounds limits of the quantity, in the leaf's unit
 * @param zero whether a sudden 0 is believed
 * @param filter how a jump is judged
 * @param rising whether the quantity can fall
 */
public record CleaningRule(Bounds bounds, Zero zero, Filter filter, Rising rising) {
  /** Everything is believed. */
  public static final CleaningRule NONE =
      new CleaningRule(Bounds.NONE, Zero.OK, Filter.NONE, Rising.NO);

  /** Whether a sudden 0 is believed. */
  public enum Zero {
    OK,
    /** A 0 after another number is refused once. */
    REJECTED
  }

  /** How a jump is judged. */
  public enum Filter {
    NONE,
    /** By watts. */
    ABSOLUTE,
    /** By its share of the value before. */
    RATIO,
    /** As percent of a battery's charge: by the energy that can have flowed in the time. */
    CHARGE
  }

  /** Whether the quantity is a counter. */
  public boolean isCounter() {
    return rising != Rising.NO;
  }

  /** Whether a quantity can fall. */
  public enum Rising {
    /** It goes up and down. */
    NO,
    /** It only ever rises, as a lifetime counter does. */
    YES,
    /** It rises through the inverter's day and starts again at 0. */
    DAY
  }
}
