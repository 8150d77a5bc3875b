package givbridge.tables;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which devices a row holds for, as a condition on their traits.
 *
 * <p>Written as tokens joined by {@code |}: the row holds if any positive token is a trait of the
 * device (or there is none), and no token after {@code !} is. {@code *} alone holds always.
 *
 * @param any traits of which one must be present; empty: no demand
 * @param none traits of which none may be present
 */
public record Condition(Set<String> any, Set<String> none) {
  /** Holds for every device. */
  public static final Condition ALWAYS = new Condition(Set.of(), Set.of());

  public Condition {
    any = Set.copyOf(any);
    none = Set.copyOf(none);
  }

  /** Reads the written form; blanks around tokens do not count. */
  public static Condition parse(String text) {
    if (text.equals("*")) {
      return ALWAYS;
    }
    Set<String> any = new TreeSet<>();
    Set<String> none = new TreeSet<>();
    Arrays.stream(text.split("\\|"))
        .map(String::trim)
        .filter(token -> !token.isEmpty() && !token.equals("*"))
        .forEach(
            token -> {
              if (token.startsWith("!")) {
                none.add(token.substring(1));
              } else {
                any.add(token);
              }
            });
    return new Condition(any, none);
  }

  /** Whether a device with these traits is meant. */
  public boolean holds(Set<String> traits) {
    return (any.isEmpty() || !Collections.disjoint(traits, any))
        && Collections.disjoint(traits, none);
  }

  /** All traits that the condition names, so that a check can tell unknown ones. */
  public Set<String> traits() {
    Set<String> all = new TreeSet<>(any);
    all.addAll(none);
    return all;
  }
}
