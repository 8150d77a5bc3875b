package givbridge.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The library of functions that formulas may use. */
final class Functions {
  private static final Map<String, Function> BY_NAME = new HashMap<>();

  static {
    BY_NAME.putAll(NumberFunctions.all());
    BY_NAME.putAll(ChoiceFunctions.all());
    BY_NAME.putAll(TimeFunctions.all());
  }

  private Functions() {}

  /** The function of that name. */
  static Optional<Function> get(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
