package givbridge.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a file to the present schema, one version after the other; version n is what the n-th
 * script leaves behind.
 */
final class Migrations {
  private final List<String> scripts;

  /** The scripts, from that which fills an empty file on. */
  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /** The scripts {@code state/1.sql}, {@code state/2.sql} and so on. */
  static Migrations shipped() {
    List<String> scripts = new ArrayList<>();
    for (int version = 1; ; version++) {
      try (InputStream script =
          Migrations.class.getClassLoader().getResourceAsStream("state/" + version + ".sql")) {
        if (script == null) {
          return new Migrations(scripts);
        }
        scripts.add(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Runs what is missing, each version in a transaction of its own.
   *
   * @throws NewerStateException if the file is of a later version than this program
   */
  void run(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > scripts.size()) {
      throw new NewerStateException(version, scripts.size());
    }
    connection.setAutoCommit(false);
    for (; version < scripts.size(); version++) {
      try (Statement statement = connection.createStatement()) {
        for (String command : scripts.get(version).split(";\\s*\\R", -1)) {
          if (!command.isBlank()) {
            statement.execute(command);
          }
        }
        statement.execute("PRAGMA user_version = " + (version + 1));
      }
      connection.commit();
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
