package givbridge.registers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named registers of one kind of device. */
public final class RegisterMap {
  private final String name;
  private final List<RegisterRow> rows;
  private final Fields fields;

  RegisterMap(String name, List<RegisterRow> rows) {
    this(name, rows, new Fields(rows));
  }

  private RegisterMap(String name, List<RegisterRow> rows, Fields fields) {
    this.name = name;
    this.rows = List.copyOf(rows);
    this.fields = fields;
  }

  /** The map's name, that of its file. */
  public String name() {
    return name;
  }

  /** Every row, also those that hold for other models only. */
  public List<RegisterRow> rows() {
    return rows;
  }

  /**
   * The names of the fields, with their numbers: also those that hold for other models only, so
   * that all devices of the map have them in common.
   */
  public Fields fields() {
    return fields;
  }

  /** The rows that hold for a device with these traits. */
  public RegisterMap forTraits(Set<String> traits) {
    return new RegisterMap(
        name, rows.stream().filter(row -> row.condition().holds(traits)).toList(), fields);
  }

  /**
   * The rows that tell of one of several like devices, named without its number and without a place
   * in the raw section.
   *
   * @param pattern the part of their names that holds the number in place of {@code #}, such as
   *     {@code inverter_#_}; the names become {@code inverter_...}
   */
  public RegisterMap numbered(String pattern, int number) {
    String with = pattern.replace("#", Integer.toString(number));
    String without = pattern.replace("_#", "").replace("#", "");
    return new RegisterMap(
        name,
        rows.stream()
            .filter(row -> row.name().contains(with))
            .map(row -> row.named(row.name().replace(with, without)))
            .toList());
  }

  /** The first row of that name. */
  public Optional<RegisterRow> row(String wanted) {
    return rows.stream().filter(row -> row.name().equals(wanted)).findFirst();
  }

  /** What a field says in these words; {@link Reading.Why#NEVER_READ} if there is none. */
  public Reading read(String field, Words words) {
    return row(field)
        .map(row -> Decoder.decode(row, words, Instant.EPOCH))
        .orElse(Reading.unknown(Reading.Why.NEVER_READ));
  }

  /**
   * What a field of a device with these traits says in these words; {@link Reading.Why#NEVER_READ}
   * if it has none.
   */
  public Reading read(String field, Set<String> traits, Words words) {
    for (RegisterRow row : rows) {
      if (row.name().equals(field) && row.condition().holds(traits)) {
        return Decoder.decode(row, words, Instant.EPOCH);
      }
    }
    return Reading.unknown(Reading.Why.NEVER_READ);
  }

  /** The rows by name; where two rows share a name, the first counts. */
  public Map<String, RegisterRow> byName() {
    Map<String, RegisterRow> named = new HashMap<>();
    rows.forEach(row -> named.putIfAbsent(row.name(), row));
    return named;
  }

  /** The rows of which a word lies in a block of this bank. */
  public List<RegisterRow> rowsIn(Bank bank, int base, int count) {
    List<RegisterRow> found = new ArrayList<>();
    for (RegisterRow row : rows) {
      if (row.bank() == bank
          && row.addresses().stream().anyMatch(a -> a >= base && a < base + count)) {
        found.add(row);
      }
    }
    return found;
  }

  /** Names of all rows. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    rows.forEach(row -> names.add(row.name()));
    return names;
  }
}
