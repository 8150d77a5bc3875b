package givbridge.state;

import givbridge.cleaning.Mark;
import givbridge.cleaning.MarkStore;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The marks of counters, by inverter and path. Those that cannot be written now, as on a disk that
 * is full, are written with later ones.
 */
public final class CounterMarks implements MarkStore {
  private static final String LOAD =
      "SELECT path, value, read_at, day, resets FROM counter_mark WHERE serial = ?";
  private static final String SAVE =
      "INSERT INTO counter_mark (serial, path, value, read_at, day, resets)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (serial, path) DO UPDATE SET"
          + " value = excluded.value, read_at = excluded.read_at, day = excluded.day,"
          + " resets = excluded.resets";

  private final StateFile file;
  private final Map<String, Map<String, Mark>> unwritten = new ConcurrentHashMap<>();

  /** Marks in that file. */
  public CounterMarks(StateFile file) {
    this.file = file;
  }

  @Override
  public Map<String, Mark> load(String serial) {
    return file.read(connection -> load(connection, serial), Map.of());
  }

  private static Map<String, Mark> load(Connection connection, String serial) throws SQLException {
    Map<String, Mark> marks = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LOAD)) {
      query.setString(1, serial);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long day = row.getLong(4);
          Optional<LocalDate> counted =
              row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
          marks.put(
              row.getString(1),
              new Mark(
                  new BigDecimal(row.getString(2)),
                  Instant.ofEpochMilli(row.getLong(3)),
                  counted,
                  row.getInt(5)));
        }
      }
    }
    return marks;
  }

  @Override
  public void save(String serial, Map<String, Mark> changed) {
    Map<String, Mark> due = unwritten.computeIfAbsent(serial, first -> new ConcurrentHashMap<>());
    due.putAll(changed);
    if (due.isEmpty()) {
      return;
    }
    if (file.write(connection -> save(connection, serial, due))) {
      due.clear();
    } else {
      // What has its place in the file already finds room where new marks find none.
      due.entrySet()
          .removeIf(
              mark -> file.write(connection -> save(connection, serial, Map.ofEntries(mark))));
    }
  }

  private static void save(Connection connection, String serial, Map<String, Mark> changed)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
      for (Map.Entry<String, Mark> entry : changed.entrySet()) {
        Mark mark = entry.getValue();
        insert.setString(1, serial);
        insert.setString(2, entry.getKey());
        insert.setString(3, mark.value().toPlainString());
        insert.setLong(4, mark.at().toEpochMilli());
        if (mark.day().isPresent()) {
          insert.setLong(5, mark.day().get().toEpochDay());
        } else {
          insert.setNull(5, Types.INTEGER);
        }
        insert.setInt(6, mark.resets());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
