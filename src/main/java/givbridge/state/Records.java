package givbridge.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/**
 * Texts of one kind by key, each with the version of its form, for whoever can write its things
 * down as text.
 */
public final class Records {
  private static final String LOAD = "SELECT form, body FROM record WHERE kind = ? AND id = ?";
  private static final String SAVE =
      "INSERT INTO record (kind, id, form, body) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (kind, id) DO UPDATE SET form = excluded.form, body = excluded.body"
          + " WHERE form <> excluded.form OR body <> excluded.body";

  private final StateFile file;
  private final String kind;

  /**
   * Records in that file.
   *
   * @param kind keeps them apart from those of others
   */
  public Records(StateFile file, String kind) {
    this.file = file;
    this.kind = kind;
  }

  /**
   * A text with the version of its form.
   *
   * @param form raised by whoever writes it when it is to be read otherwise
   */
  public record Entry(int form, String body) {}

  /** What is kept under a key. */
  public Optional<Entry> load(String key) {
    return file.read(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(LOAD)) {
            query.setString(1, kind);
            query.setString(2, key);
            try (ResultSet row = query.executeQuery()) {
              return row.next()
                  ? Optional.of(new Entry(row.getInt(1), row.getString(2)))
                  : Optional.empty();
            }
          }
        },
        Optional.<Entry>empty());
  }

  /** Keeps a text in place of what is kept under the key. */
  public void save(String key, Entry entry) {
    file.write(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, kind);
            insert.setString(2, key);
            insert.setInt(3, entry.form());
            insert.setString(4, entry.body());
            insert.executeUpdate();
          }
        });
  }
}
