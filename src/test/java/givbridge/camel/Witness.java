package givbridge.camel;

import givbridge.view.Leaf;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Remembers every value that was ever given to the outputs; a route calls it. */
public final class Witness {
  /** Age and state of the data, and moments that are reckoned from now. */
  private static final Pattern MOVING = Pattern.compile("Stats/.*|.*_Completion_Time");

  private final Map<Integer, Map<String, Set<String>>> values = new ConcurrentHashMap<>();

  /** Notes all leaves of the publication in the body but those that move with the clock. */
  public void note(Exchange exchange) {
    Map<String, Set<String>> known =
        values.computeIfAbsent(Headers.inverter(exchange), number -> new ConcurrentHashMap<>());
    for (Leaf leaf : exchange.getMessage().getBody(Publication.class).leaves()) {
      if (!MOVING.matcher(leaf.path()).matches()) {
        known
            .computeIfAbsent(leaf.path(), path -> ConcurrentHashMap.newKeySet())
            .add(leaf.rendering().payload().orElse(""));
      }
    }
  }

  /** Leaves of an inverter that had more than one value, with all of them. */
  Map<String, Set<String>> changed(int inverter) {
    Map<String, Set<String>> changed = new TreeMap<>();
    values
        .getOrDefault(inverter, Map.of())
        .forEach(
            (path, all) -> {
              if (all.size() > 1) {
                changed.put(path, new TreeSet<>(all));
              }
            });
    return changed;
  }

  /** The leaves of an inverter. */
  Set<String> paths(int inverter) {
    return new TreeSet<>(values.getOrDefault(inverter, Map.of()).keySet());
  }
}
