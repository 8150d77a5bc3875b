package givbridge.view;

/**
 * A leaf of one plant with all that makes its value.
 *
 * @param place where it stands
 * @param node its formula
 * @param renderer how its values become text
 * @param inputs what the formula reads
 */
record Planned(Place place, Node node, Renderer renderer, Inputs inputs) {
  Planned(Place place, Node node, Renderer renderer) {
    this(place, node, renderer, Inputs.of(node));
  }
}
