package givbridge.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the value of a setting may look like. */
public enum SettingKind {
  /** Any text. */
  TEXT("a text"),
  /** A host name or address. */
  HOST("a host name or an address, without a port"),
  /** Host, or host and port. */
  ENDPOINT("a host, or host:port with a port from 1 to 65535"),
  /** The beginning of MQTT topics. */
  TOPIC("a topic without + and #, not beginning with $, with no / at its ends"),
  /** A whole number. */
  INTEGER("a whole number"),
  /** A whole number of milliseconds. */
  MILLISECONDS("a whole number of milliseconds"),
  /** A whole number of seconds. */
  SECONDS("a whole number of seconds"),
  /** A number with digits after the point, not below 0. */
  DECIMAL("a number such as 0.395, not below 0"),
  /** A time of day. */
  TIME("a time as HH:MM"),
  /** On or off. */
  SWITCH("true or false"),
  /** A TCP port. */
  PORT("a port number"),
  /** One of some words. */
  CHOICE("one of"),
  /** Texts between commas. */
  LIST("texts separated by commas"),
  /** A text that must not be shown. */
  SECRET("a text"),
  /** A file that can be read. */
  FILE("a file that can be read"),
  /** A folder. */
  FOLDER("a folder"),
  /** A time zone of the tz database. */
  ZONE("a time zone such as Europe/London");

  private static final Map<String, Boolean> SWITCH_WORDS =
      Map.of(
          "true", true, "on", true, "yes", true, "1", true, //
          "false", false, "off", false, "no", false, "0", false);

  private final String words;

  SettingKind(String words) {
    this.words = words;
  }

  /** The kind in words, as it ends the sentence "it must be ...". */
  public String words() {
    return words;
  }

  boolean isNumber() {
    return this == INTEGER || this == MILLISECONDS || this == SECONDS || this == PORT;
  }

  /** Whether the text has the form of the kind; bounds and choices are the row's. */
  boolean fits(String text) {
    return switch (this) {
      case TEXT, LIST, SECRET, FILE, FOLDER, CHOICE -> true;
      case HOST -> Endpoint.isHost(text);
      case ENDPOINT -> Endpoint.parse(text, 1).isPresent();
      case TOPIC -> isTopic(text);
      case INTEGER, MILLISECONDS, SECONDS, PORT -> text.matches("-?\\d{1,9}");
      case DECIMAL -> text.matches("\\d{1,6}(\\.\\d{1,6})?");
      case TIME -> text.matches("([01]?\\d|2[0-3]):[0-5]\\d");
      case SWITCH -> onOff(text).isPresent();
      case ZONE -> isZone(text);
    };
  }

  static Optional<Boolean> onOff(String text) {
    return Optional.ofNullable(SWITCH_WORDS.get(text.toLowerCase(Locale.ROOT)));
  }

  private static boolean isTopic(String text) {
    return !text.matches(".*[+#\\x00].*")
        && !text.startsWith("$")
        && !text.startsWith("/")
        && !text.endsWith("/");
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
