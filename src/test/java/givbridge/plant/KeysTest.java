package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys whose equality is written out: alike by all their parts, and by nothing less. */
class KeysTest {
  private static BlockSpec spec() {
    return new BlockSpec(Bank.IR, 60, 60);
  }

  static Stream<List<Object>> aKeyItsCopyAndOthers() {
    return Stream.of(
        List.of(
            spec(),
            spec(),
            new BlockSpec(Bank.HR, 60, 60),
            new BlockSpec(Bank.IR, 0, 60),
            new BlockSpec(Bank.IR, 60, 30),
            "IR(60,60)"),
        List.of(
            new BlockKey(0x32, spec()),
            new BlockKey(0x32, spec()),
            new BlockKey(0x33, spec()),
            new BlockKey(0x32, new BlockSpec(Bank.IR, 0, 60)),
            spec()),
        List.of(
            new Seat(0x50, 120, 2),
            new Seat(0x50, 120, 2),
            new Seat(0x51, 120, 2),
            new Seat(0x50, 0, 2),
            new Seat(0x50, 120, 1),
            spec()));
  }

  @ParameterizedTest
  @MethodSource("aKeyItsCopyAndOthers")
  void aKeyEqualsItsCopyAlone(List<Object> keys) {
    Object key = keys.get(0);
    Object copy = keys.get(1);

    assertThat(key).isEqualTo(copy).hasSameHashCodeAs(copy).isNotEqualTo(null);
    assertThat(keys.subList(2, keys.size())).doesNotContain(key);
  }
}
