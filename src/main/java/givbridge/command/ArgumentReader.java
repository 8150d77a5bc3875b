package givbridge.command;

import givbridge.command.Argument.Moment;
import givbridge.command.Argument.Share;
import givbridge.command.Argument.Switch;
import givbridge.command.Argument.Time;
import givbridge.command.Argument.Whole;
import givbridge.command.Argument.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was given for one parameter, in every form that is taken. */
final class ArgumentReader {
  private static final Set<String> ON = Set.of("enable", "on", "true");
  private static final Set<String> OFF = Set.of("disable", "off", "false");

  /** No exponents: a short text must not become a number of a million digits. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");

  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?|([0-9]{1,2})([0-9]{2})");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The first year that the clock's two digits can say, and the last. */
  private static final Interval YEARS = new Interval(2000, 2099);

  private final CommandSettings settings;

  ArgumentReader(CommandSettings settings) {
    this.settings = settings;
  }

  /** The argument; empty if the text has no form that the parameter takes. */
  Optional<Argument> read(Parameter parameter, String text) {
    return switch (parameter.type()) {
      case SWITCH -> onOrOff(text);
      case PERCENT -> whole(withoutPercent(text)).map(Whole::new);
      case RATE -> rate(text);
      case INDEX -> whole(text).map(Whole::new);
      case TIME -> time(text);
      case WORD ->
          parameter.choices().stream()
              .filter(choice -> choice.is(text))
              .findFirst()
              .map(choice -> new Word(choice.word()));
      case MOMENT -> moment(text);
    };
  }

  private static Optional<Argument> onOrOff(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return ON.contains(word) || OFF.contains(word)
        ? Optional.of(new Switch(ON.contains(word)))
        : Optional.empty();
  }

  private Optional<Argument> rate(String text) {
    boolean percent = text.endsWith("%") || settings.rateInPercent();
    return whole(withoutPercent(text)).map(n -> percent ? new Share(n) : new Whole(n));
  }

  private static String withoutPercent(String text) {
    return text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static Optional<Integer> whole(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() <= 0 ? Optional.of(number.intValueExact()) : Optional.empty();
  }

  private static Optional<Argument> time(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean colons = match.group(4) == null;
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(match.group(colons ? 1 : 4)),
              Integer.parseInt(match.group(colons ? 2 : 5)),
              match.group(3) == null ? 0 : Integer.parseInt(match.group(3)));
      return Optional.of(new Time(time.withSecond(0)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Argument> moment(String text) {
    try {
      LocalDateTime at = LocalDateTime.parse(text, MOMENT);
      return YEARS.contains(at.getYear()) ? Optional.of(new Moment(at)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
