package givbridge.registers;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of all fields of a register map, each with a number, so that what is read of the many
 * devices that the map fits can lie in arrays, without the names. Never changes.
 */
public final class Fields {
  private final String[] names;
  private final Map<String, Integer> numbers;

  /** Numbers each name once, in that order. */
  Fields(List<RegisterRow> rows) {
    Set<String> distinct = new LinkedHashSet<>();
    rows.forEach(row -> distinct.add(row.name()));
    names = distinct.toArray(String[]::new);
    numbers = new HashMap<>(names.length * 2);
    for (int number = 0; number < names.length; number++) {
      numbers.put(names[number], number);
    }
  }

  /** How many there are. */
  public int size() {
    return names.length;
  }

  /** The name with that number. */
  public String name(int number) {
    return names[number];
  }

  /**
   * The number of a name, from 0; -1 for one that the map does not have.
   *
   * @param likely what it was in a map of the kind; the name need not be looked up if it still is
   */
  public int number(String name, int likely) {
    return likely >= 0 && likely < names.length && names[likely].equals(name)
        ? likely
        : number(name);
  }

  /** The number of a name, from 0; -1 for one that the map does not have. */
  public int number(String name) {
    Integer number = numbers.get(name);
    return number == null ? -1 : number;
  }
}
