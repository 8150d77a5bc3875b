package givbridge.tables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of a table: named cells, read as what they should be; a wrong cell becomes a fault. */
public final class Row {
  /** They would make an octal number. */
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

  private final Origin origin;
  private final Map<String, String> cells;
  private final Faults faults;

  Row(Origin origin, Map<String, String> cells, Faults faults) {
    this.origin = origin;
    this.cells = Map.copyOf(cells);
    this.faults = faults;
  }

  public Origin origin() {
    return origin;
  }

  /** The cell's text without surrounding blanks; empty if the cell is. */
  public String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no column " + column + " in " + origin.file());
    }
    return cell;
  }

  /** The cell's text; an empty cell is a fault. */
  public String required(String column) {
    String cell = text(column);
    if (cell.isEmpty()) {
      fault(column + " is empty");
    }
    return cell;
  }

  /** The cell as a whole number, decimal or {@code 0x} hexadecimal. */
  public Optional<Integer> integer(String column) {
    String cell = text(column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.decode(LEADING_ZEROS.matcher(cell).replaceFirst("")));
    } catch (NumberFormatException e) {
      fault(column + " is not a whole number: " + cell);
      return Optional.empty();
    }
  }

  /** The cell as an exact decimal. */
  public Optional<BigDecimal> decimal(String column) {
    String cell = text(column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(cell));
    } catch (NumberFormatException e) {
      fault(column + " is not a number: " + cell);
      return Optional.empty();
    }
  }

  /** The cell's parts between the separators, trimmed, without empty ones. */
  public List<String> list(String column, String separator) {
    String cell = text(column);
    if (!cell.contains(separator)) {
      return cell.isEmpty() ? List.of() : List.of(cell);
    }
    return Arrays.stream(cell.split(Pattern.quote(separator)))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The cell as one of the constants, written in lower case with hyphens. */
  public <E extends Enum<E>> Optional<E> choice(String column, Class<E> type) {
    String cell = text(column);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(cell)) {
        return Optional.of(constant);
      }
    }
    fault(column + " is none of the known words: " + cell);
    return Optional.empty();
  }

  /** The cell as a condition on traits. */
  public Condition condition(String column) {
    return Condition.parse(required(column));
  }

  /** Notes a fault of this row. */
  public void fault(String what) {
    faults.add(origin, what);
  }
}
