package givbridge.registers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words to values, for every row of every map. */
public final class Decoder {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final HexFormat HEX = HexFormat.of();

  private Decoder() {}

  /**
   * Decodes one row.
   *
   * @param at the time that the reading carries if it is known
   */
  public static Reading decode(RegisterRow row, Words words, Instant at) {
    List<Integer> addresses = row.addresses();
    int[] raw = new int[addresses.size()];
    boolean allZero = true;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = words.word(row.bank(), addresses.get(i));
      if (raw[i] == Words.UNKNOWN) {
        return Reading.unknown(Why.NEVER_READ);
      }
      allZero &= raw[i] == 0;
    }
    Value value = value(row, raw);
    if (value == null) {
      return Reading.unknown(Why.UNREADABLE);
    }
    // Zeros stand for "nothing there", so that the limits of a live quantity do not apply.
    if (!allZero
        && value instanceof Value.Amount amount
        && !row.bounds().contains(amount.number())) {
      return Reading.unknown(Why.OUT_OF_BOUNDS);
    }
    return new Reading.Known(value, at);
  }

  private static @Nullable Value value(RegisterRow row, int[] raw) {
    int first = raw[0];
    return switch (row.type()) {
      case UINT16 -> amount(row, first);
      case INT16 -> amount(row, (short) first);
      case UINT32 -> amount(row, Integer.toUnsignedLong((first << 16) | raw[1]));
      case INT32 -> amount(row, (first << 16) | raw[1]);
      case DUINT8_HIGH -> codeOrAmount(row, first >> 8);
      case DUINT8_LOW -> codeOrAmount(row, first & 0xFF);
      case BITS -> codeOrAmount(row, bits(row, first));
      case BOOL -> Value.Flag.of(first != 0);
      case BOOL_HIGH -> Value.Flag.of(first >> 8 != 0);
      case BOOL_LOW -> Value.Flag.of((first & 0xFF) != 0);
      case ENUM -> code(row, first);
      case ENUM_NUMBER -> namedNumber(row, first);
      case BITFIELD -> flags(row, raw);
      case HEX -> new Value.Text(hex(raw));
      case STRING, SERIAL -> text(upper(latin1(raw)));
      case ASCII16 -> text(ascii(raw));
      case VERSION -> version(raw);
      case FIRMWARE -> new Value.Text("D0." + first + "-A0." + raw[1]);
      case TIME -> timeOfDay(first);
      case TIMESLOT -> slot(raw);
      case HMS -> hms(raw);
      case DATETIME -> moment(raw, 2000);
      case DATETIME_FULL -> moment(raw, 0);
      case PF ->
          new Value.Amount(
              BigDecimal.valueOf(first)
                  .divide(TEN_THOUSAND, 4, RoundingMode.UNNECESSARY)
                  .subtract(BigDecimal.ONE));
    };
  }

  /** The number times the scale, without a number between. */
  private static Value amount(RegisterRow row, long raw) {
    BigDecimal scale = row.scale();
    long unscaled = Math.multiplyExact(raw, scale.unscaledValue().longValueExact());
    return new Value.Amount(BigDecimal.valueOf(unscaled, scale.scale()));
  }

  private static @Nullable Value codeOrAmount(RegisterRow row, int raw) {
    return row.codes().isEmpty() ? amount(row, raw) : code(row, raw);
  }

  private static @Nullable Value code(RegisterRow row, int raw) {
    Optional<String> name = row.codes().name(raw);
    return name.isPresent() ? new Value.Code(raw, name.get()) : null;
  }

  private static @Nullable Value namedNumber(RegisterRow row, int raw) {
    return row.codes().name(raw).map(name -> new Value.Amount(new BigDecimal(name))).orElse(null);
  }

  private static int bits(RegisterRow row, int word) {
    int width = row.bits().to() - row.bits().from() + 1;
    return (word >> row.bits().from()) & ((1 << width) - 1);
  }

  private static Value flags(RegisterRow row, int[] raw) {
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < raw.length * 16; bit++) {
      int word = raw[raw.length - 1 - bit / 16];
      if (((word >> (bit % 16)) & 1) == 1) {
        row.codes().name(bit).ifPresent(names::add);
      }
    }
    return new Value.Flags(names);
  }

  private static String hex(int[] raw) {
    StringBuilder text = new StringBuilder();
    for (int word : raw) {
      text.append(HEX.toHexDigits((short) word));
    }
    return text.toString();
  }

  private static String latin1(int[] raw) {
    byte[] bytes = new byte[raw.length * 2];
    int length = 0;
    for (int word : raw) {
      if (word >> 8 != 0) {
        bytes[length++] = (byte) (word >> 8);
      }
      if ((word & 0xFF) != 0) {
        bytes[length++] = (byte) word;
      }
    }
    return new String(bytes, 0, length, ISO_8859_1);
  }

  /** Letter by letter, so that no text becomes longer than its words. */
  private static String upper(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      upper.append((char) Character.toUpperCase((int) text.charAt(i)));
    }
    return upper.toString();
  }

  private static String ascii(int[] raw) {
    StringBuilder text = new StringBuilder();
    for (int word : raw) {
      if ((word & 0xFF) != 0) {
        text.append((char) (word & 0xFF));
      }
    }
    return text.toString();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value version(int[] raw) {
    String letters = latin1(new int[] {raw[0], raw[1]});
    return new Value.Text(
        letters + (raw[2] >> 8) + (raw[2] & 0xFF) + (raw[3] >> 8) + (raw[3] & 0xFF));
  }

  private static @Nullable LocalTime time(int raw) {
    int hour = raw / 100;
    int minute = raw % 100;
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
  }

  private static @Nullable Value timeOfDay(int raw) {
    LocalTime time = time(raw);
    return time == null ? null : new Value.TimeOfDay(time);
  }

  private static @Nullable Value slot(int[] raw) {
    LocalTime start = time(raw[0]);
    LocalTime end = time(raw[1]);
    return start == null || end == null ? null : new Value.Slot(start, end);
  }

  private static @Nullable Value hms(int[] raw) {
    boolean valid = raw[0] < 24 && raw[1] < 60 && raw[2] < 60;
    return valid ? new Value.TimeOfDay(LocalTime.of(raw[0], raw[1], raw[2])) : null;
  }

  private static @Nullable Value moment(int[] raw, int century) {
    try {
      return new Value.Moment(
          LocalDateTime.of(century + raw[0], raw[1], raw[2], raw[3], raw[4], raw[5]));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
