package givbridge.state;

import givbridge.tables.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The one SQLite file. Its log is written ahead (WAL), so that a process that is killed loses
 * nothing that was committed. One connection, one statement at a time.
 */
public final class StateFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("state");
  private static final String NAME = "givbridge.db";
  private static final List<String> SIDE_FILES = List.of("", "-wal", "-shm");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Small caches: the file holds some hundred rows. */
  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = NORMAL",
          "PRAGMA busy_timeout = 2000",
          "PRAGMA cache_size = -256",
          "PRAGMA wal_autocheckpoint = 250");

  /** So long nothing must have failed before it is told that all is well again. */
  private static final Duration CALM = Duration.ofMinutes(5);

  private final Connection connection;
  private final Clock clock;
  private boolean failing;
  private Instant failedLast = Instant.MIN;

  private StateFile(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** Something to do in one transaction. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** Something to be read. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * Opens the file, or begins one.
   *
   * @param folder made if absent
   * @param clock names a broken file that is set aside, and tells how long ago something failed
   * @param faults takes why the folder cannot be used, in words
   * @return empty if there is a fault
   */
  public static Optional<StateFile> open(Path folder, Clock clock, Faults faults) {
    return open(folder, clock, faults, Migrations.shipped());
  }

  static Optional<StateFile> open(Path folder, Clock clock, Faults faults, Migrations migrations) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", ""));
      NativeLibrary.provide(folder);
      return Optional.of(new StateFile(connect(folder.resolve(NAME), clock, migrations), clock));
    } catch (IOException e) {
      faults.add(
          "STATE_DIR: nothing can be written to "
              + folder.toAbsolutePath()
              + " ("
              + e.getClass().getSimpleName()
              + "); make it writable for the user of this program, or name another folder");
    } catch (NewerStateException e) {
      faults.add(
          "STATE_DIR: "
              + folder.resolve(NAME)
              + " is of a later version of GivBridge: "
              + e.getMessage()
              + "; run that version, or move the file away");
    } catch (SQLException e) {
      faults.add("STATE_DIR: " + folder.resolve(NAME) + " cannot be opened: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Connection connect(Path file, Clock clock, Migrations migrations)
      throws SQLException, IOException {
    try {
      return connect(file, migrations);
    } catch (SQLException e) {
      if (!isBroken(e)) {
        throw e;
      }
      Path aside = file.resolveSibling(NAME + ".broken-" + STAMP.format(clock.instant()));
      for (String side : SIDE_FILES) {
        Path part = Path.of(file + side);
        if (Files.exists(part)) {
          Files.move(part, Path.of(aside + side), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      LOG.error(
          "{} was broken ({}) and is {} now; a new one begins, without what was remembered",
          file,
          e.getMessage(),
          aside.getFileName());
      return connect(file, migrations);
    }
  }

  private static Connection connect(Path file, Migrations migrations) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try {
      try (Statement statement = connection.createStatement()) {
        for (String pragma : PRAGMAS) {
          statement.execute(pragma);
        }
        checkSound(statement);
      }
      migrations.run(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void checkSound(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!result.next() || !result.getString(1).equals("ok")) {
        throw new SQLException("its check failed", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
      }
    }
  }

  private static boolean isBroken(SQLException e) {
    int code = e.getErrorCode() & 0xFF;
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  /**
   * Does all of it or nothing. Where it fails, that is told once, until nothing has failed for a
   * while.
   *
   * @return whether it was done
   */
  synchronized boolean write(Work work) {
    try {
      work.on(connection);
      connection.commit();
      if (failing && failedLast.plus(CALM).isBefore(clock.instant())) {
        failing = false;
        LOG.info("the state can be written again");
      }
      return true;
    } catch (SQLException e) {
      told(e, "written");
      return false;
    }
  }

  /** Reads something; where that fails it is told, and there is nothing. */
  synchronized <T> T read(Question<T> question, T nothing) {
    try {
      T answer = question.ask(connection);
      connection.commit();
      return answer;
    } catch (SQLException e) {
      told(e, "read");
      return nothing;
    }
  }

  private void told(SQLException e, String done) {
    failedLast = clock.instant();
    if (!failing) {
      failing = true;
      LOG.error(
          "the state cannot be {} ({}): {}; all goes on meanwhile and it is tried again, but a restart"
              + " forgets what is new",
          done,
          e.getMessage(),
          whatToDo(e));
    }
    takeBack();
  }

  /**
   * Takes the transaction back. On a full disk SQLite has done so by itself, of which the driver
   * knows nothing: it must be made to begin a new one, or nothing could be written ever after.
   */
  private void takeBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("the transaction cannot be taken back", e);
      try (Statement begin = connection.createStatement()) {
        begin.execute("BEGIN");
      } catch (SQLException again) {
        LOG.debug("and none can be begun", again);
      }
    }
  }

  private static String whatToDo(SQLException e) {
    return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code
        ? "make room where STATE_DIR is"
        : "see that the files in STATE_DIR are there and can be written";
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("the state file cannot be closed", e);
    }
  }
}
