package givbridge.settings;

import givbridge.tables.Faults;
import givbridge.tables.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that count, read as what they are. A wrong one is a fault, and its default counts, so
 * that the other faults are found too.
 */
final class SettingValues {
  private final SettingTable table;
  private final Map<String, Assignment> valid = new HashMap<>();
  private final Faults faults;

  SettingValues(SettingTable table, Map<String, Assignment> given, Faults faults) {
    this.table = table;
    this.faults = faults;
    given.values().stream()
        .sorted(
            Comparator.comparing((Assignment value) -> value.origin().file())
                .thenComparing(value -> value.origin().line())
                .thenComparing(Assignment::name))
        .forEach(this::check);
  }

  private void check(Assignment given) {
    SettingRow.Form form = row(given.name()).form();
    if (form.allows(given.value())) {
      valid.put(given.name(), given);
    } else {
      faults.add(
          given.origin(),
          given.name() + " is " + shown(form, given) + ", but it must be " + form.words());
    }
  }

  private static String shown(SettingRow.Form form, Assignment given) {
    return form.kind() == SettingKind.SECRET ? "wrong" : given.value();
  }

  private SettingRow row(String name) {
    return table
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("settings.csv has no " + name));
  }

  /** Whether a right value was given. */
  boolean given(String name) {
    return valid.containsKey(row(name).name());
  }

  /** Where the value was given; the table of defaults if it was not. */
  Origin origin(String name) {
    Assignment given = valid.get(name);
    return given == null ? new Origin("tables/settings.csv", 0) : given.origin();
  }

  Optional<String> text(String name) {
    SettingRow row = row(name);
    Assignment given = valid.get(name);
    return given == null ? row.form().fallback() : Optional.of(given.value());
  }

  /** The value or its default, where the table has one. */
  String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("settings.csv has no default of " + name));
  }

  Optional<Secret> secret(String name) {
    return text(name).map(Secret::new);
  }

  int integer(String name) {
    return Integer.parseInt(required(name));
  }

  boolean on(String name) {
    return SettingKind.onOff(required(name)).orElse(false);
  }

  /** The value in the unit of its kind, seconds or milliseconds. */
  Duration duration(String name) {
    int number = integer(name);
    return row(name).form().kind() == SettingKind.SECONDS
        ? Duration.ofSeconds(number)
        : Duration.ofMillis(number);
  }

  ZoneId zone(String name) {
    return ZoneId.of(required(name));
  }

  List<String> list(String name) {
    return Arrays.stream(required(name).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The program's value for the chosen word. */
  String choice(String name) {
    Map<String, String> choices = row(name).form().choices();
    return Objects.requireNonNull(choices.get(required(name).toLowerCase(Locale.ROOT)));
  }

  BigDecimal decimal(String name) {
    return new BigDecimal(required(name));
  }

  /** A time of day, of which the hour may have one digit. */
  LocalTime time(String name) {
    String text = required(name);
    return LocalTime.parse(text.length() < "HH:MM".length() ? "0" + text : text);
  }

  /** The numbers for which a numbered setting is given, in order, each with its value. */
  SortedMap<Integer, String> numbered(String family) {
    SettingRow row =
        table.rows().stream()
            .filter(known -> known.name().equals(family))
            .findFirst()
            .orElseThrow();
    String before = family.substring(0, family.indexOf(SettingRow.NUMBER));
    SortedMap<Integer, String> values = new TreeMap<>();
    valid.forEach(
        (name, given) -> {
          if (row.matches(name)) {
            values.put(Integer.parseInt(name.substring(before.length())), given.value());
          }
        });
    return values;
  }
}
