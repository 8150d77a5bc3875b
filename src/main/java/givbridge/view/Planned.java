package givbridge.view;

/**
 * A leaf with all that makes its value. It holds nothing of one plant but its keys in the path, so
 * that like plants share theirs.
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

  /** Of its place alone: the rest seldom differs, and takes long to look through. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
