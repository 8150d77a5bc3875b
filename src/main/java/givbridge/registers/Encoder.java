package givbridge.registers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/** Values to words: the inverse of {@link Decoder} for every value that a row can hold. */
public final class Encoder {
  private Encoder() {}

  /**
   * The words of a value, one for each address of the row.
   *
   * @throws IllegalArgumentException if the row cannot hold the value
   */
  public static int[] encode(RegisterRow row, Value value) {
    int[] words = new int[row.addresses().size()];
    if (value instanceof Value.Amount amount) {
      number(row, rawNumber(row, amount.number()), words);
    } else if (value instanceof Value.Flag flag) {
      words[0] = flag.on() ? onBit(row.type()) : 0;
    } else if (value instanceof Value.Code code) {
      number(row, code.number(), words);
    } else if (value instanceof Value.TimeOfDay time) {
      time(row, time.time(), words);
    } else if (value instanceof Value.Slot slot) {
      words[0] = hhmm(slot.start());
      words[1] = hhmm(slot.end());
    } else if (value instanceof Value.Moment moment) {
      moment(row, moment.at(), words);
    } else if (value instanceof Value.Text text) {
      text(row, text.text(), words);
    } else {
      throw cannotHold(row, value);
    }
    return words;
  }

  private static IllegalArgumentException cannotHold(RegisterRow row, Object value) {
    return new IllegalArgumentException(row.name() + " cannot hold " + value);
  }

  private static long rawNumber(RegisterRow row, BigDecimal number) {
    try {
      BigDecimal raw =
          row.type() == RegisterType.PF
              ? number.add(BigDecimal.ONE).movePointRight(4)
              : number.divide(row.scale(), 9, RoundingMode.HALF_UP);
      return raw.stripTrailingZeros().longValueExact();
    } catch (ArithmeticException e) {
      throw cannotHold(row, number);
    }
  }

  private static void number(RegisterRow row, long raw, int[] words) {
    switch (row.type()) {
      case UINT16, ENUM, PF -> words[0] = checked(row, raw, 0, 0xFFFF);
      case INT16 -> words[0] = checked(row, raw, Short.MIN_VALUE, Short.MAX_VALUE) & 0xFFFF;
      case UINT32 -> wide(checkedLong(row, raw, 0, 0xFFFF_FFFFL), words);
      case INT32 -> wide(checkedLong(row, raw, Integer.MIN_VALUE, Integer.MAX_VALUE), words);
      case DUINT8_HIGH -> words[0] = checked(row, raw, 0, 0xFF) << 8;
      case DUINT8_LOW -> words[0] = checked(row, raw, 0, 0xFF);
      case BITS -> {
        int width = row.bits().to() - row.bits().from() + 1;
        words[0] = checked(row, raw, 0, (1 << width) - 1) << row.bits().from();
      }
      default -> throw cannotHold(row, raw);
    }
  }

  private static void wide(long raw, int[] words) {
    words[0] = (int) (raw >> 16) & 0xFFFF;
    words[1] = (int) raw & 0xFFFF;
  }

  private static int checked(RegisterRow row, long raw, long min, long max) {
    return (int) checkedLong(row, raw, min, max);
  }

  private static long checkedLong(RegisterRow row, long raw, long min, long max) {
    if (raw < min || raw > max) {
      throw cannotHold(row, raw);
    }
    return raw;
  }

  private static int onBit(RegisterType type) {
    return type == RegisterType.BOOL_HIGH ? 0x100 : 1;
  }

  private static void time(RegisterRow row, LocalTime time, int[] words) {
    if (row.type() == RegisterType.HMS) {
      words[0] = time.getHour();
      words[1] = time.getMinute();
      words[2] = time.getSecond();
    } else if (row.type() == RegisterType.TIME) {
      words[0] = hhmm(time);
    } else {
      throw cannotHold(row, time);
    }
  }

  private static int hhmm(LocalTime time) {
    return time.getHour() * 100 + time.getMinute();
  }

  private static void moment(RegisterRow row, LocalDateTime at, int[] words) {
    int century = row.type() == RegisterType.DATETIME ? 2000 : 0;
    int[] parts = {
      checked(row, at.getYear() - century, 0, 0xFFFF),
      at.getMonthValue(),
      at.getDayOfMonth(),
      at.getHour(),
      at.getMinute(),
      at.getSecond()
    };
    System.arraycopy(parts, 0, words, 0, parts.length);
  }

  private static void text(RegisterRow row, String text, int[] words) {
    switch (row.type()) {
      case STRING, SERIAL -> {
        byte[] bytes = Arrays.copyOf(text.getBytes(ISO_8859_1), words.length * 2);
        for (int i = 0; i < words.length; i++) {
          words[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        }
      }
      case HEX -> {
        for (int i = 0; i < words.length; i++) {
          words[i] = Integer.parseInt(text.substring(4 * i, 4 * i + 4), 16);
        }
      }
      default -> throw cannotHold(row, text);
    }
  }
}
