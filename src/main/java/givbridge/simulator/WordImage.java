package givbridge.simulator;

import givbridge.registers.Bank;
import givbridge.registers.Codes;
import givbridge.registers.Encoder;
import givbridge.registers.RegisterRow;
import givbridge.registers.RegisterType;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The words of one device; what was never put is not known. Not for use by several threads. */
final class WordImage implements Words {

  private static final BigDecimal WORD = BigDecimal.valueOf(1 << 16);
  private static final int COUNT_DIGITS = 6;
  private static final int LETTERS = 4;

  private final Map<Bank, int[]> banks = new EnumMap<>(Bank.class);

  WordImage() {}

  /** A copy, which can be changed without changing the other. */
  WordImage(WordImage other) {
    other.banks.forEach((bank, words) -> banks.put(bank, words.clone()));
  }

  @Override
  public int word(Bank bank, int address) {
    int[] words = banks.get(bank);
    return words == null || address >= words.length ? UNKNOWN : words[address];
  }

  /** The words of a block, zero where nothing was put. */
  int[] block(Bank bank, int base, int count) {
    int[] block = new int[count];
    for (int i = 0; i < count; i++) {
      block[i] = Math.max(0, word(bank, base + i));
    }
    return block;
  }

  /** Whether all words of a block were put. */
  boolean knows(Bank bank, int base, int count) {
    for (int i = 0; i < count; i++) {
      if (word(bank, base + i) == UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  void put(Bank bank, int address, int word) {
    int[] words = banks.get(bank);
    if (words == null || address >= words.length) {
      int known = words == null ? 0 : words.length;
      int[] more = new int[Math.max(address + 1, 2 * known)];
      Arrays.fill(more, UNKNOWN);
      if (words != null) {
        System.arraycopy(words, 0, more, 0, known);
      }
      banks.put(bank, more);
      words = more;
    }
    words[address] = word;
  }

  /** Puts a value; a name is put as its number where the register holds names. */
  void put(RegisterRow row, Value value) {
    int[] encoded = encoded(row, value);
    for (int i = 0; i < encoded.length; i++) {
      int address = row.addresses().get(i);
      put(row.bank(), address, encoded[i] | otherPart(row, address));
    }
  }

  private static int[] encoded(RegisterRow row, Value value) {
    if (value instanceof Value.Text text && row.type() == RegisterType.VERSION) {
      return version(text.text());
    }
    return value instanceof Value.Text text && !row.codes().equals(Codes.NONE)
        ? Encoder.encode(row, new Value.Code(numberOf(row, text.text()), text.text()))
        : Encoder.encode(row, value);
  }

  /** Four letters, then four digits, each in a byte of its own. */
  private static int[] version(String text) {
    int[] words = new int[LETTERS];
    for (int i = 0; i < 2 * LETTERS; i++) {
      int part = i < LETTERS ? text.charAt(i) : text.charAt(i) - '0';
      words[i / 2] = words[i / 2] << 8 | part;
    }
    return words;
  }

  /** Puts a quantity as near as the register's steps, and its size, allow. */
  void putNearest(RegisterRow row, double amount) {
    BigDecimal steps = BigDecimal.valueOf(amount).divide(row.scale(), 0, RoundingMode.HALF_UP);
    putSteps(
        row,
        switch (row.type()) {
          case UINT16 -> within(steps, 0, 0xFFFF);
          case INT16 -> within(steps, Short.MIN_VALUE, Short.MAX_VALUE);
          case UINT32 -> within(steps, 0, 0xFFFF_FFFFL);
          case DUINT8_HIGH, DUINT8_LOW -> within(steps, 0, 0xFF);
          default -> steps;
        });
  }

  private static BigDecimal within(BigDecimal steps, long least, long most) {
    return steps.max(BigDecimal.valueOf(least)).min(BigDecimal.valueOf(most));
  }

  /** Puts a count, cut to the register's steps; a register that is full begins at zero again. */
  void putCount(RegisterRow row, double amount) {
    // Sums of fractions end a hair below a full step, which is not meant.
    BigDecimal steps =
        BigDecimal.valueOf(amount)
            .setScale(COUNT_DIGITS, RoundingMode.HALF_UP)
            .divide(row.scale(), 0, RoundingMode.DOWN);
    putSteps(row, row.addresses().size() == 1 ? steps.remainder(WORD) : steps);
  }

  private void putSteps(RegisterRow row, BigDecimal steps) {
    put(row, new Value.Amount(steps.multiply(row.scale())));
  }

  /** Several fields can share a word, each with its own bits. */
  private int otherPart(RegisterRow row, int address) {
    int before = Math.max(0, word(row.bank(), address));
    return switch (row.type()) {
      case DUINT8_HIGH, BOOL_HIGH -> before & 0x00FF;
      case DUINT8_LOW, BOOL_LOW -> before & 0xFF00;
      case BITS -> {
        int width = row.bits().to() - row.bits().from() + 1;
        yield before & ~(((1 << width) - 1) << row.bits().from());
      }
      default -> 0;
    };
  }

  private static int numberOf(RegisterRow row, String name) {
    return row.codes()
        .number(name)
        .orElseThrow(() -> new IllegalStateException(row.name() + " has no code " + name));
  }

  /** Whether a row holds a name in place of a number. */
  static boolean isText(RegisterType type) {
    return switch (type) {
      case STRING, SERIAL, HEX, VERSION -> true;
      default -> false;
    };
  }
}
