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
import java.util.HashMap;
import java.util.Map;

/** The words of one device; what was never put is not known. Not for use by several threads. */
final class WordImage implements Words {

  private record Place(Bank bank, int address) {}

  private static final BigDecimal WORD = BigDecimal.valueOf(1 << 16);
  private static final int COUNT_DIGITS = 6;

  private final Map<Place, Integer> words = new HashMap<>();

  WordImage() {}

  /** A copy, which can be changed without changing the other. */
  WordImage(WordImage other) {
    words.putAll(other.words);
  }

  @Override
  public int word(Bank bank, int address) {
    return words.getOrDefault(new Place(bank, address), UNKNOWN);
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
    words.put(new Place(bank, address), word);
  }

  /** Puts a value; a name is put as its number where the register holds names. */
  void put(RegisterRow row, Value value) {
    int[] encoded =
        value instanceof Value.Text text && !row.codes().equals(Codes.NONE)
            ? Encoder.encode(row, new Value.Code(numberOf(row, text.text()), text.text()))
            : Encoder.encode(row, value);
    for (int i = 0; i < encoded.length; i++) {
      int address = row.addresses().get(i);
      put(row.bank(), address, encoded[i] | otherHalf(row, address));
    }
  }

  /** Puts a quantity as near as the register's steps allow. */
  void putNearest(RegisterRow row, double amount) {
    putSteps(row, BigDecimal.valueOf(amount).divide(row.scale(), 0, RoundingMode.HALF_UP));
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

  /** Two fields can share a word, each with its own byte. */
  private int otherHalf(RegisterRow row, int address) {
    int before = Math.max(0, word(row.bank(), address));
    return switch (row.type()) {
      case DUINT8_HIGH -> before & 0x00FF;
      case DUINT8_LOW -> before & 0xFF00;
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
      case STRING, SERIAL, HEX -> true;
      default -> false;
    };
  }
}
