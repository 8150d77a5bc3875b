package givbridge.registers;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names of an enumeration, or of bits.
 *
 * @param names name by number
 * @param fallback name for every other number; empty: such a number is unreadable
 */
public record Codes(Map<Integer, String> names, Optional<String> fallback) {
  /** Names nothing. */
  public static final Codes NONE = new Codes(Map.of(), Optional.empty());

  public Codes {
    names = Map.copyOf(names);
  }

  /** The name of a number. */
  public Optional<String> name(int number) {
    String name = names.get(number);
    return name == null ? fallback : Optional.of(name);
  }

  /** Whether it names nothing. */
  boolean isEmpty() {
    return names.isEmpty() && fallback.isEmpty();
  }

  /** Whether every name is a decimal number. */
  boolean areNumbers() {
    return Stream.concat(names.values().stream(), fallback.stream())
        .allMatch(name -> name.matches("-?\\d+(\\.\\d+)?"));
  }

  /** The number of a name. */
  public Optional<Integer> number(String name) {
    return new TreeMap<>(names)
        .entrySet().stream()
            .filter(entry -> entry.getValue().equals(name))
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
