package givbridge.registers;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All enumerations by name, from {@code registers/enums.csv}. */
public final class Enumerations {
  private static final String FILE = "registers/enums.csv";

  private final Map<String, Codes> byName;

  private Enumerations(Map<String, Codes> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** Reads the table; a number named twice is a fault. */
  public static Enumerations load(Faults faults) {
    return load(TableSource.CLASS_PATH, faults);
  }

  static Enumerations load(TableSource source, Faults faults) {
    Map<String, Map<Integer, String>> names = new TreeMap<>();
    Map<String, String> fallbacks = new HashMap<>();
    for (Row row : Table.from(source, FILE, faults, "enum", "value", "name", "label").rows()) {
      String key = row.required("enum");
      Map<Integer, String> known = names.computeIfAbsent(key, k -> new TreeMap<>());
      if (row.text("value").equals("*")) {
        fallbacks.put(key, row.required("name"));
      } else {
        row.integer("value")
            .ifPresent(
                number -> {
                  if (known.put(number, row.required("name")) != null) {
                    row.fault(key + " names " + number + " twice");
                  }
                });
      }
    }
    Map<String, Codes> all = new HashMap<>();
    names.forEach(
        (key, codes) -> all.put(key, new Codes(codes, Optional.ofNullable(fallbacks.get(key)))));
    return new Enumerations(all);
  }

  /** The enumeration of that name. */
  public Optional<Codes> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
