package givbridge.plant;

import givbridge.tables.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules such as {@code valid-serial(serial_number)} from a column of a table. */
final class PresenceReader {
  private static final Pattern RULE = Pattern.compile("([a-z-]+)\\(([a-z0-9_|]+)\\)");

  private PresenceReader() {}

  /** The rule in that column; empty if the column is. */
  static Optional<Presence> read(Row row, String column) {
    String text = row.text(column);
    Matcher rule = RULE.matcher(text);
    if (rule.matches()) {
      for (Presence.Rule known : Presence.Rule.values()) {
        if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(rule.group(1))) {
          return Optional.of(new Presence(known, List.of(rule.group(2).split("\\|"))));
        }
      }
    }
    if (!text.isEmpty()) {
      row.fault(column + " is no known rule: " + text);
    }
    return Optional.empty();
  }
}
