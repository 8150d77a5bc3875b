package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

  private static Reading decode(RegisterRow row, int... words) {
    return Decoder.decode(row, Rows.words(words), AT);
  }

  private static Arguments known(RegisterRow row, Value value, int... words) {
    return Arguments.of(row, words, new Reading.Known(value, AT));
  }

  private static Arguments unreadable(RegisterType type, int... words) {
    return Arguments.of(Rows.row(type, words.length), words, Reading.unknown(Why.UNREADABLE));
  }

  private static Value amount(String number) {
    return new Value.Amount(new BigDecimal(number));
  }

  private static Value slot(int fromHour, int fromMinute, int toHour, int toMinute) {
    return new Value.Slot(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        known(Rows.row(RegisterType.UINT16, 1), amount("65535"), 0xFFFF),
        known(Rows.scaled(RegisterType.UINT16, 1, "0.1"), amount("245.7"), 2457),
        known(Rows.scaled(RegisterType.UINT16, 1, "100"), amount("3600"), 36),
        known(Rows.scaled(RegisterType.INT16, 1, "-1"), amount("5"), 0xFFFB),
        known(Rows.row(RegisterType.INT16, 1), amount("-32768"), 0x8000),
        known(Rows.row(RegisterType.UINT32, 2), amount("4294967295"), 0xFFFF, 0xFFFF),
        known(Rows.row(RegisterType.UINT32, 2), amount("65538"), 1, 2),
        known(Rows.row(RegisterType.INT32, 2), amount("-1"), 0xFFFF, 0xFFFF),
        known(Rows.scaled(RegisterType.INT32, 2, "0.01"), amount("-655.36"), 0xFFFF, 0),
        known(Rows.row(RegisterType.DUINT8_HIGH, 1), amount("171"), 0xABCD),
        known(Rows.row(RegisterType.DUINT8_LOW, 1), amount("205"), 0xABCD),
        known(Rows.bits(12, 15), amount("10"), 0xABCD),
        known(Rows.bits(0, 1), amount("1"), 0xABCD),
        known(Rows.bits(0, 15), amount("43981"), 0xABCD),
        known(Rows.row(RegisterType.PF, 1), amount("-1.0000"), 0),
        known(Rows.row(RegisterType.PF, 1), amount("0.0050"), 10050),
        known(Rows.row(RegisterType.ENUM_NUMBER, 1), amount("208.5"), 1));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        known(Rows.row(RegisterType.BOOL, 1), new Value.Flag(false), 0),
        known(Rows.row(RegisterType.BOOL, 1), new Value.Flag(true), 3),
        known(Rows.row(RegisterType.BOOL_HIGH, 1), new Value.Flag(true), 0x0100),
        known(Rows.row(RegisterType.BOOL_HIGH, 1), new Value.Flag(false), 0x00FF),
        known(Rows.row(RegisterType.BOOL_LOW, 1), new Value.Flag(true), 0x0001),
        known(Rows.row(RegisterType.BOOL_LOW, 1), new Value.Flag(false), 0xFF00),
        known(Rows.row(RegisterType.ENUM, 1), new Value.Code(4, "FAULT"), 4),
        unreadable(RegisterType.ENUM, 2),
        unreadable(RegisterType.ENUM_NUMBER, 2),
        known(
            Rows.named(RegisterType.ENUM, new Codes(Map.of(1, "A"), Optional.of("OTHER"))),
            new Value.Code(9, "OTHER"),
            9),
        known(
            Rows.named(RegisterType.DUINT8_HIGH, new Codes(Map.of(8, "G98"), Optional.empty())),
            new Value.Code(8, "G98"),
            0x0824),
        known(Rows.row(RegisterType.BITFIELD, 1), new Value.Flags(List.of("OFF", "FAULT")), 0x11),
        known(Rows.row(RegisterType.BITFIELD, 2), new Value.Flags(List.of("ON")), 0x10, 0x2),
        known(Rows.row(RegisterType.BITFIELD, 1), new Value.Flags(List.of()), 0));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        known(Rows.row(RegisterType.HEX, 2), new Value.Text("00030832"), 0x0003, 0x0832),
        known(Rows.row(RegisterType.STRING, 2), new Value.Text("AB C"), 0x6142, 0x2063),
        known(Rows.row(RegisterType.STRING, 2), new Value.Text("AB"), 0x4100, 0x0042),
        known(Rows.row(RegisterType.STRING, 2), new Value.Text("ßABC"), 0xDF61, 0x6263),
        known(Rows.row(RegisterType.SERIAL, 2), new Value.Text(""), 0, 0),
        known(Rows.row(RegisterType.ASCII16, 3), new Value.Text("a1"), 0x0061, 0, 0xFF31),
        known(
            Rows.row(RegisterType.VERSION, 4),
            new Value.Text("GAAA0014"),
            0x4741,
            0x4141,
            0x0000,
            0x0104),
        known(Rows.row(RegisterType.FIRMWARE, 2), new Value.Text("D0.449-A0.449"), 449, 449));
  }

  static Stream<Arguments> times() {
    LocalDateTime moment = LocalDateTime.of(2026, 7, 13, 23, 22, 19);
    return Stream.of(
        known(Rows.row(RegisterType.TIME, 1), new Value.TimeOfDay(LocalTime.of(19, 30)), 1930),
        known(Rows.row(RegisterType.TIME, 1), new Value.TimeOfDay(LocalTime.of(23, 59)), 2359),
        known(Rows.row(RegisterType.TIME, 1), new Value.TimeOfDay(LocalTime.MIDNIGHT), 0),
        unreadable(RegisterType.TIME, 60),
        unreadable(RegisterType.TIME, 2400),
        unreadable(RegisterType.TIME, 1260),
        known(Rows.row(RegisterType.TIMESLOT, 2), slot(0, 30, 4, 30), 30, 430),
        known(Rows.row(RegisterType.TIMESLOT, 2), slot(23, 0, 5, 0), 2300, 500),
        known(Rows.row(RegisterType.TIMESLOT, 2), slot(0, 0, 0, 0), 0, 0),
        unreadable(RegisterType.TIMESLOT, 60, 0),
        unreadable(RegisterType.TIMESLOT, 0, 60),
        known(Rows.row(RegisterType.HMS, 3), new Value.TimeOfDay(LocalTime.of(1, 2, 3)), 1, 2, 3),
        unreadable(RegisterType.HMS, 24, 0, 0),
        unreadable(RegisterType.HMS, 0, 60, 0),
        unreadable(RegisterType.HMS, 0, 0, 60),
        known(Rows.row(RegisterType.DATETIME, 6), new Value.Moment(moment), 26, 7, 13, 23, 22, 19),
        known(
            Rows.row(RegisterType.DATETIME_FULL, 6),
            new Value.Moment(moment),
            2026,
            7,
            13,
            23,
            22,
            19),
        unreadable(RegisterType.DATETIME, 0, 0, 0, 0, 0, 0),
        unreadable(RegisterType.DATETIME, 26, 13, 1, 0, 0, 0),
        unreadable(RegisterType.DATETIME, 26, 2, 30, 0, 0, 0));
  }

  @ParameterizedTest
  @MethodSource({"numbers", "names", "texts", "times"})
  void wordsMakeTheValueOfTheirType(RegisterRow row, int[] words, Reading expected) {
    Reading reading = decode(row, words);

    if (expected.known().orElse(null) instanceof Value.Amount amount) {
      assertThat(reading.known().orElseThrow())
          .isInstanceOfSatisfying(
              Value.Amount.class,
              it -> assertThat(it.number()).isEqualByComparingTo(amount.number()));
    } else {
      assertThat(reading).isEqualTo(expected);
    }
  }

  @Test
  void outsideItsBoundsAQuantityIsUnknown() {
    RegisterRow row = Rows.bounded(RegisterType.INT16, "0.1", "-60", "150");

    assertThat(decode(row, 1501)).isEqualTo(Reading.unknown(Why.OUT_OF_BOUNDS));
    assertThat(decode(row, 0xF556)).isEqualTo(Reading.unknown(Why.OUT_OF_BOUNDS));
    assertThat(decode(row, 1500).known()).isPresent();
    assertThat(decode(row, 0xFDA8).known()).contains(amount("-60.0"));
  }

  @Test
  void zeroWordsAreNotHeldAgainstTheBounds() {
    RegisterRow row = Rows.bounded(RegisterType.UINT16, "0.01", "40", "70");

    assertThat(decode(row, 0).known()).contains(amount("0.00"));
  }

  @Test
  void aRowOfWhichOneWordWasNeverReadIsUnknown() {
    assertThat(decode(Rows.row(RegisterType.UINT32, 2), 1))
        .isEqualTo(Reading.unknown(Why.NEVER_READ));
  }

  @Test
  void aReadingCarriesTheTimeOfItsBlock() {
    assertThat(decode(Rows.row(RegisterType.UINT16, 1), 7))
        .isEqualTo(new Reading.Known(Value.Amount.of(7), AT));
  }
}
