package givbridge.settings;

/**
 * A text that must not be shown: it tells itself as dots wherever it is printed.
 *
 * @param reveal the text itself
 */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
