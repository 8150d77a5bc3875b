package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncoderTest {
  private static final RegisterRow NUMBER = Rows.row(RegisterType.UINT16, 1);
  private static final LocalTime NOON = LocalTime.of(12, 0);

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(NUMBER, amount("65536")),
        Arguments.of(NUMBER, amount("-1")),
        Arguments.of(NUMBER, amount("1.5")),
        Arguments.of(NUMBER, new Value.Flag(true)),
        Arguments.of(NUMBER, new Value.Slot(NOON, NOON)),
        Arguments.of(NUMBER, new Value.Moment(LocalDateTime.of(2026, 1, 1, 0, 0))),
        Arguments.of(NUMBER, new Value.Text("x")),
        Arguments.of(NUMBER, new Value.Flags(List.of())),
        Arguments.of(NUMBER, new Value.TimeOfDay(NOON)),
        Arguments.of(NUMBER, new Value.Code(1, "ON")),
        Arguments.of(Rows.scaled(RegisterType.UINT16, 1, "0.1"), amount("0.15")),
        Arguments.of(Rows.row(RegisterType.INT16, 1), amount("32768")),
        Arguments.of(Rows.row(RegisterType.UINT32, 2), amount("4294967296")),
        Arguments.of(Rows.row(RegisterType.INT32, 2), amount("2147483648")),
        Arguments.of(Rows.row(RegisterType.DUINT8_LOW, 1), amount("256")),
        Arguments.of(Rows.bits(4, 6), amount("8")),
        Arguments.of(Rows.row(RegisterType.PF, 1), amount("0.00001")),
        Arguments.of(Rows.row(RegisterType.ENUM, 1), new Value.Code(2, "ON")),
        Arguments.of(Rows.row(RegisterType.ENUM, 1), amount("1")),
        Arguments.of(Rows.row(RegisterType.ENUM_NUMBER, 1), amount("231")),
        Arguments.of(Rows.row(RegisterType.BITFIELD, 1), new Value.Flags(List.of("NONE"))),
        Arguments.of(Rows.row(RegisterType.TIME, 1), new Value.TimeOfDay(NOON.plusSeconds(1))),
        Arguments.of(
            Rows.row(RegisterType.DATETIME, 6),
            new Value.Moment(LocalDateTime.of(1999, 1, 1, 0, 0))),
        Arguments.of(Rows.row(RegisterType.STRING, 2), new Value.Text("ABCDE")),
        Arguments.of(Rows.row(RegisterType.STRING, 2), new Value.Text("€")),
        Arguments.of(Rows.row(RegisterType.ASCII16, 1), new Value.Text("AB")),
        Arguments.of(Rows.row(RegisterType.ASCII16, 1), new Value.Text("€")),
        Arguments.of(Rows.row(RegisterType.HEX, 1), new Value.Text("123")),
        Arguments.of(Rows.row(RegisterType.HEX, 1), new Value.Text("123g")),
        Arguments.of(Rows.row(RegisterType.FIRMWARE, 2), new Value.Text("D0.65536-A0.1")),
        Arguments.of(Rows.row(RegisterType.FIRMWARE, 2), new Value.Text("D0.1")),
        Arguments.of(Rows.row(RegisterType.VERSION, 4), new Value.Text("GAAA014")));
  }

  private static Value amount(String number) {
    return new Value.Amount(new BigDecimal(number));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void whatARowCannotHoldIsRefused(RegisterRow row, Value value) {
    assertThatThrownBy(() -> Encoder.encode(row, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("field (" + row.type() + ") cannot hold ");
  }

  @Test
  void onlyTheBitsOfTheRowAreSet() {
    assertThat(Encoder.encode(Rows.bits(4, 6), amount("5"))).containsExactly(0x50);
    assertThat(Encoder.encode(Rows.row(RegisterType.DUINT8_HIGH, 1), amount("171")))
        .containsExactly(0xAB00);
    assertThat(Encoder.encode(Rows.row(RegisterType.BOOL_HIGH, 1), new Value.Flag(true)))
        .containsExactly(0x0100);
    assertThat(Encoder.encode(Rows.row(RegisterType.BOOL_LOW, 1), new Value.Flag(true)))
        .containsExactly(1);
  }

  @Test
  void aNameOfTheFallbackKeepsItsNumber() {
    RegisterRow row = Rows.named(RegisterType.ENUM, new Codes(Map.of(), Optional.of("OTHER")));

    assertThat(Encoder.encode(row, new Value.Code(9, "OTHER"))).containsExactly(9);
  }

  @Provide
  Arbitrary<RegisterType> invertible() {
    return Arbitraries.of(RegisterType.class);
  }

  /** For types that no shipped map uses as well. */
  @Property(tries = 2000)
  void whateverATypeDecodesItEncodesToWordsOfTheSameValue(
      @ForAll("invertible") RegisterType type, @ForAll("words") List<Integer> random) {
    RegisterRow row = Rows.row(type, type.words() == 0 ? 2 : type.words());
    int[] words = random.stream().mapToInt(Integer::intValue).toArray();

    Reading read = Decoder.decode(row, Rows.words(words), Instant.EPOCH);

    read.known()
        .filter(RoundTripTest::isEncodable)
        .ifPresent(
            value ->
                assertThat(
                        Decoder.decode(row, Rows.words(Encoder.encode(row, value)), Instant.EPOCH))
                    .isEqualTo(read));
  }

  @Provide
  Arbitrary<List<Integer>> words() {
    Arbitrary<Integer> word =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 0xFFFF));
    return word.list().ofSize(6);
  }
}
