package givbridge.state;

import java.sql.SQLException;

/** The file was written by a later version of the program. */
final class NewerStateException extends SQLException {
  private static final long serialVersionUID = 1L;

  NewerStateException(int found, int known) {
    super("it has version " + found + " and this program knows version " + known);
  }
}
