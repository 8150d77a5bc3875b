package givbridge.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must be kept of an inverter over time, since it cannot be read any more: the last value of a
 * register below the largest it takes. To be stored by whoever keeps it.
 *
 * @param values by name of the register
 */
public record Remembered(Map<String, Integer> values) {
  /** Nothing is known yet. */
  public static final Remembered NOTHING = new Remembered(Map.of());

  public Remembered {
    values = Map.copyOf(values);
  }

  /** What was kept of a register. */
  public Optional<Integer> value(String register) {
    return Optional.ofNullable(values.get(register));
  }

  Remembered with(String register, int value) {
    Map<String, Integer> all = new TreeMap<>(values);
    all.put(register, value);
    return new Remembered(all);
  }
}
