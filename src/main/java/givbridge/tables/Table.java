package givbridge.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of facts: comma-separated values with a header line; lines that start with {@code #} are
 * remarks.
 */
public final class Table {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final List<Row> rows;

  private Table(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a table from the class path.
   *
   * @param path path below the resources, such as {@code tables/models.csv}
   * @param faults takes missing columns, rows of the wrong width and, later, wrong cells
   * @param columns the columns that the table must have, in any order; others are a fault
   */
  public static Table resource(String path, Faults faults, String... columns) {
    InputStream stream = Table.class.getClassLoader().getResourceAsStream(path);
    if (stream == null) {
      faults.add(new Origin(path, 0), "the table is missing");
      return new Table(List.of());
    }
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return read(path, reader, faults, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #resource}, from any reader; {@code path} names it in faults. */
  public static Table read(String path, Reader reader, Faults faults, String... columns)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(reader)) {
      Set<String> wanted = Set.of(columns);
      Set<String> found = Set.copyOf(parser.getHeaderNames());
      if (!wanted.equals(found)) {
        faults.add(new Origin(path, 1), "the columns are " + found + ", not " + wanted);
        return new Table(List.of());
      }
      readRows(path, parser, faults, rows);
    }
    return new Table(rows);
  }

  private static void readRows(String path, CSVParser parser, Faults faults, List<Row> rows) {
    try {
      for (CSVRecord cells : parser) {
        Origin origin = originIn(path, parser);
        if (cells.isConsistent()) {
          rows.add(new Row(origin, cells.toMap(), faults));
        } else {
          faults.add(
              origin,
              "the row has " + cells.size() + " cells, not " + parser.getHeaderNames().size());
        }
      }
    } catch (UncheckedIOException e) {
      faults.add(
          originIn(path, parser), "a quoted cell is not closed before the next comma or line");
    }
  }

  private static Origin originIn(String path, CSVParser parser) {
    return new Origin(path, (int) parser.getCurrentLineNumber());
  }

  /** The rows in the order of the file. */
  public List<Row> rows() {
    return rows;
  }
}
