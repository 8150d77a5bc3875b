package givbridge.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds leaves whose formulas need their own value. */
final class CycleCheck {
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> cycles = new TreeSet<>();

  CycleCheck(Map<String, Formula> formulas) {
    formulas.forEach((path, formula) -> needs.put(path, leaves(formula)));
  }

  /** The paths at which a circle closes. */
  Set<String> cycles() {
    List.copyOf(needs.keySet()).forEach(path -> follow(path, new ArrayList<>()));
    return cycles;
  }

  private void follow(String path, List<String> way) {
    if (way.contains(path)) {
      cycles.add(path);
    } else if (!done.contains(path)) {
      way.add(path);
      needs.getOrDefault(path, Set.of()).forEach(next -> follow(next, way));
      way.remove(path);
      done.add(path);
    }
  }

  private static Set<String> leaves(Formula formula) {
    Set<String> paths = new HashSet<>();
    collect(formula, paths);
    return paths;
  }

  private static void collect(Formula formula, Set<String> paths) {
    if (formula instanceof Formula.LeafValue leaf) {
      paths.add(leaf.path());
    } else if (formula instanceof Formula.Call call) {
      call.arguments().forEach(argument -> collect(argument, paths));
    }
  }
}
