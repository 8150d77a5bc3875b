package givbridge.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The library of functions that formulas may use. */
final class Functions {
  private final Map<String, Function> byName = new HashMap<>();

  Functions() {
    byName.putAll(NumberFunctions.all());
    byName.putAll(ChoiceFunctions.all());
    byName.putAll(TimeFunctions.all());
  }

  /** The function of that name. */
  Optional<Function> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
