package givbridge.registers;

import givbridge.registers.RegisterRow.Bounds;
import givbridge.registers.RegisterRow.Range;
import givbridge.tables.Condition;
import givbridge.tables.Origin;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of no map, for tests of decoding. */
final class Rows {
  private static final Codes NAMES =
      new Codes(Map.of(0, "OFF", 1, "ON", 4, "FAULT"), Optional.empty());
  private static final Codes NUMBERS = new Codes(Map.of(0, "230", 1, "208.5"), Optional.empty());

  private Rows() {}

  static RegisterRow row(RegisterType type, int words) {
    Codes codes =
        switch (type) {
          case ENUM, BITFIELD -> NAMES;
          case ENUM_NUMBER -> NUMBERS;
          default -> Codes.NONE;
        };
    return row(type, words, new Range(0, 15), BigDecimal.ONE, codes, Bounds.NONE);
  }

  static RegisterRow scaled(RegisterType type, int words, String scale) {
    return row(type, words, new Range(0, 15), new BigDecimal(scale), Codes.NONE, Bounds.NONE);
  }

  static RegisterRow bounded(RegisterType type, String scale, String min, String max) {
    Bounds bounds = new Bounds(Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)));
    return row(type, 1, new Range(0, 15), new BigDecimal(scale), Codes.NONE, bounds);
  }

  static RegisterRow bits(int from, int to) {
    return row(RegisterType.BITS, 1, new Range(from, to), BigDecimal.ONE, Codes.NONE, Bounds.NONE);
  }

  static RegisterRow named(RegisterType type, Codes codes) {
    return row(type, 1, new Range(0, 15), BigDecimal.ONE, codes, Bounds.NONE);
  }

  private static RegisterRow row(
      RegisterType type, int words, Range bits, BigDecimal scale, Codes codes, Bounds bounds) {
    return new RegisterRow(
        "field",
        Bank.HR,
        IntStream.range(0, words).boxed().toList(),
        type,
        bits,
        scale,
        "",
        bounds,
        codes,
        Optional.empty(),
        Condition.ALWAYS,
        Optional.empty(),
        new Origin("test", 1));
  }

  /** Words from register 0 on; the others are unknown. */
  static Words words(int... words) {
    return (bank, register) ->
        bank == Bank.HR && register < words.length ? words[register] : Words.UNKNOWN;
  }
}
