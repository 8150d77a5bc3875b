package givbridge.pages;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

/** A shipped table, cell by cell as it is written. */
public final class TableFile {
  private TableFile() {}

  /** The rows of a table below the resources; its own header says which columns it has. */
  public static List<Row> rows(String path) {
    Faults faults = new Faults();
    List<Row> rows = Table.resource(path, faults, header(path)).rows();
    faults.throwIfAny();
    return rows;
  }

  private static String[] header(String path) {
    try (Reader found = TableSource.CLASS_PATH.open(path).orElseThrow();
        BufferedReader lines = new BufferedReader(found)) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .findFirst()
          .orElseThrow()
          .split(",");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
