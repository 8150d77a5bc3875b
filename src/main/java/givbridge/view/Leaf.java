package givbridge.view;

import givbridge.registers.Reading;

/**
 * A leaf with its value.
 *
 * @param place where it stands
 * @param reading the cleaned value with its time
 * @param rendering the value as clients see it
 */
public record Leaf(Place place, Reading.Known reading, Rendering rendering) {
  /** The keys joined by {@code /}. */
  public String path() {
    return place.path();
  }
}
