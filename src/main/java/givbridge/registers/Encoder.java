package givbridge.registers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values to words: the inverse of {@link Decoder} for every value that a row can hold. A gateway's
 * version text has no inverse, since its decimal parts run into one another.
 */
public final class Encoder {
  private static final Pattern FIRMWARE = Pattern.compile("D0\\.(\\d{1,5})-A0\\.(\\d{1,5})");
  private static final String BYTE = "(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])";
  private static final Pattern VERSION =
      Pattern.compile("(.{0,4})" + BYTE + BYTE + BYTE + BYTE, Pattern.DOTALL);

  private Encoder() {}

  /**
   * The words of a value, one for each address of the row. Where the row is a part of a word, the
   * other bits are 0.
   *
   * @throws IllegalArgumentException if the row cannot hold the value
   */
  public static int[] encode(RegisterRow row, Value value) {
    int[] words = new int[row.addresses().size()];
    if (value instanceof Value.Amount amount) {
      amount(row, amount.number(), words);
    } else if (value instanceof Value.Flag flag) {
      words[0] = flag.on() ? onBit(row) : 0;
    } else if (value instanceof Value.Code code) {
      code(row, code, words);
    } else if (value instanceof Value.TimeOfDay time) {
      time(row, time.time(), words);
    } else if (value instanceof Value.Slot slot) {
      check(row.type() == RegisterType.TIMESLOT, row, slot);
      words[0] = hhmm(row, slot.start());
      words[1] = hhmm(row, slot.end());
    } else if (value instanceof Value.Moment moment) {
      moment(row, moment.at(), words);
    } else if (value instanceof Value.Text text) {
      text(row, text.text(), words);
    } else if (value instanceof Value.Flags flags) {
      flags(row, flags, words);
    }
    return words;
  }

  private static void check(boolean holds, RegisterRow row, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(row.name() + " (" + row.type() + ") cannot hold " + value);
    }
  }

  private static void amount(RegisterRow row, BigDecimal number, int[] words) {
    if (row.type() == RegisterType.ENUM_NUMBER) {
      words[0] = numberOf(row, number.toPlainString());
    } else {
      check(row.codes().equals(Codes.NONE), row, number);
      number(row, rawNumber(row, number), words);
    }
  }

  private static int numberOf(RegisterRow row, String name) {
    check(row.codes().number(name).isPresent(), row, name);
    return row.codes().number(name).orElseThrow();
  }

  private static void code(RegisterRow row, Value.Code code, int[] words) {
    check(row.codes().name(code.number()).filter(code.name()::equals).isPresent(), row, code);
    if (row.type() == RegisterType.ENUM) {
      checkWithin(row, code.number(), 0, 0xFFFF);
      words[0] = code.number();
    } else {
      number(row, code.number(), words);
    }
  }

  private static long rawNumber(RegisterRow row, BigDecimal number) {
    BigDecimal raw =
        row.type() == RegisterType.PF
            ? number.add(BigDecimal.ONE).movePointRight(4)
            : number.divide(row.scale(), 9, RoundingMode.HALF_UP);
    BigDecimal whole = raw.setScale(0, RoundingMode.DOWN);
    check(whole.compareTo(raw) == 0, row, number);
    return whole.longValue();
  }

  private static void number(RegisterRow row, long raw, int[] words) {
    switch (row.type()) {
      case UINT16, PF -> words[0] = checkWithin(row, raw, 0, 0xFFFF);
      case INT16 -> words[0] = checkWithin(row, raw, Short.MIN_VALUE, Short.MAX_VALUE) & 0xFFFF;
      case UINT32 -> wide(row, raw, 0, 0xFFFF_FFFFL, words);
      case INT32 -> wide(row, raw, Integer.MIN_VALUE, Integer.MAX_VALUE, words);
      case DUINT8_HIGH -> words[0] = checkWithin(row, raw, 0, 0xFF) << 8;
      case DUINT8_LOW -> words[0] = checkWithin(row, raw, 0, 0xFF);
      case BITS -> {
        int width = row.bits().to() - row.bits().from() + 1;
        words[0] = checkWithin(row, raw, 0, (1 << width) - 1) << row.bits().from();
      }
      default -> check(false, row, raw);
    }
  }

  private static void wide(RegisterRow row, long raw, long min, long max, int[] words) {
    int both = checkWithin(row, raw, min, max);
    words[0] = both >>> 16;
    words[1] = both & 0xFFFF;
  }

  private static int checkWithin(RegisterRow row, long raw, long min, long max) {
    check(raw >= min && raw <= max, row, raw);
    return (int) raw;
  }

  private static int onBit(RegisterRow row) {
    return switch (row.type()) {
      case BOOL, BOOL_LOW -> 1;
      case BOOL_HIGH -> 0x100;
      default -> {
        check(false, row, "a switch");
        yield 0;
      }
    };
  }

  private static void time(RegisterRow row, LocalTime time, int[] words) {
    if (row.type() == RegisterType.HMS) {
      words[0] = time.getHour();
      words[1] = time.getMinute();
      words[2] = time.getSecond();
    } else {
      check(row.type() == RegisterType.TIME, row, time);
      words[0] = hhmm(row, time);
    }
  }

  private static int hhmm(RegisterRow row, LocalTime time) {
    check(time.getSecond() == 0, row, time);
    return time.getHour() * 100 + time.getMinute();
  }

  private static void moment(RegisterRow row, LocalDateTime at, int[] words) {
    boolean full = row.type() == RegisterType.DATETIME_FULL;
    check(full || row.type() == RegisterType.DATETIME, row, at);
    int[] parts = {
      checkWithin(row, at.getYear() - (full ? 0 : 2000), 0, 0xFFFF),
      at.getMonthValue(),
      at.getDayOfMonth(),
      at.getHour(),
      at.getMinute(),
      at.getSecond()
    };
    System.arraycopy(parts, 0, words, 0, parts.length);
  }

  private static void flags(RegisterRow row, Value.Flags flags, int[] words) {
    check(row.type() == RegisterType.BITFIELD, row, flags);
    for (String name : flags.names()) {
      int bit = numberOf(row, name);
      checkWithin(row, bit, 0, words.length * 16L - 1);
      words[words.length - 1 - bit / 16] |= 1 << (bit % 16);
    }
  }

  private static void text(RegisterRow row, String text, int[] words) {
    switch (row.type()) {
      case STRING, SERIAL -> {
        check(ISO_8859_1.newEncoder().canEncode(text), row, text);
        check(text.length() <= words.length * 2, row, text);
        byte[] bytes = Arrays.copyOf(text.getBytes(ISO_8859_1), words.length * 2);
        for (int i = 0; i < words.length; i++) {
          words[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        }
      }
      case ASCII16 -> {
        check(ISO_8859_1.newEncoder().canEncode(text), row, text);
        check(text.length() <= words.length, row, text);
        for (int i = 0; i < text.length(); i++) {
          words[i] = text.charAt(i);
        }
      }
      case HEX -> {
        check(text.matches("[0-9a-fA-F]{" + 4 * words.length + "}"), row, text);
        for (int i = 0; i < words.length; i++) {
          words[i] = Integer.parseInt(text.substring(4 * i, 4 * i + 4), 16);
        }
      }
      case VERSION -> version(row, text, words);
      case FIRMWARE -> {
        Matcher parts = FIRMWARE.matcher(text);
        check(parts.matches(), row, text);
        words[0] = checkWithin(row, Integer.parseInt(parts.group(1)), 0, 0xFFFF);
        words[1] = checkWithin(row, Integer.parseInt(parts.group(2)), 0, 0xFFFF);
      }
      default -> check(false, row, text);
    }
  }

  /** Where the text can be split in several ways, each of them decodes to the same text. */
  private static void version(RegisterRow row, String text, int[] words) {
    Matcher parts = VERSION.matcher(text);
    check(ISO_8859_1.newEncoder().canEncode(text) && parts.matches(), row, text);
    byte[] letters = Arrays.copyOf(parts.group(1).getBytes(ISO_8859_1), 4);
    for (int i = 0; i < 2; i++) {
      words[i] = ((letters[2 * i] & 0xFF) << 8) | (letters[2 * i + 1] & 0xFF);
      words[2 + i] =
          (Integer.parseInt(parts.group(2 + 2 * i)) << 8)
              | Integer.parseInt(parts.group(3 + 2 * i));
    }
  }
}
