package givbridge.state;

import givbridge.command.Remembered;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/** What commands remember of an inverter's registers, such as the reserve that Eco goes back to. */
public final class RememberedRegisters {
  private static final String LOAD =
      "SELECT register, value FROM remembered_register WHERE serial = ?";
  private static final String SAVE =
      "INSERT INTO remembered_register (serial, register, value) VALUES (?, ?, ?)"
          + " ON CONFLICT (serial, register) DO UPDATE SET value = excluded.value";

  private final StateFile file;

  /** Registers in that file. */
  public RememberedRegisters(StateFile file) {
    this.file = file;
  }

  /** What is remembered of an inverter; nothing if it was never seen, or cannot be read. */
  public Remembered load(String serial) {
    return file.read(
        connection -> {
          Map<String, Integer> values = new HashMap<>();
          try (PreparedStatement query = connection.prepareStatement(LOAD)) {
            query.setString(1, serial);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                values.put(row.getString(1), row.getInt(2));
              }
            }
          }
          return new Remembered(values);
        },
        Remembered.NOTHING);
  }

  /** Keeps what is remembered of an inverter; where it cannot be kept, nothing else happens. */
  public void save(String serial, Remembered remembered) {
    file.write(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            for (Map.Entry<String, Integer> entry : remembered.values().entrySet()) {
              insert.setString(1, serial);
              insert.setString(2, entry.getKey());
              insert.setInt(3, entry.getValue());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }
}
