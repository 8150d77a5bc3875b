package givbridge.view;

import givbridge.view.Rendering.Json;

/** What kind of value a leaf shows, as the recorded trees name it. */
final class LeafKinds {
  private LeafKinds() {}

  static String of(Leaf leaf) {
    Json json = leaf.rendering().json();
    boolean typed = leaf.place().row().form() == Form.RAW_TYPED;
    if (json instanceof Json.Digits digits) {
      if (typed) {
        return "number";
      }
      return digits.digits().contains(".") ? "float" : "int";
    } else if (json instanceof Json.Texts) {
      return "list";
    } else if (json instanceof Json.Span) {
      return "span";
    } else if (json instanceof Json.Truth) {
      return "truth";
    } else if (json instanceof Json.Branch) {
      return "branch";
    }
    return typed ? "number" : "text";
  }
}
