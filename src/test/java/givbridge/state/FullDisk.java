package givbridge.state;

import java.sql.Statement;

/** Lets a state file grow no further, as on a disk that is full. */
public final class FullDisk {
  private FullDisk() {}

  /** From now on the file refuses every page that it does not have yet. */
  public static void fill(StateFile file) {
    limit(file, 1);
  }

  /** There is room again. */
  public static void empty(StateFile file) {
    limit(file, 1_000_000);
  }

  /** A limit below the present size is taken as that size. */
  private static void limit(StateFile file, int pages) {
    file.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
          }
        });
  }
}
