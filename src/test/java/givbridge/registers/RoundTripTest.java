package givbridge.registers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.testing.ShippedTables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every row of every shipped map: whatever it can hold comes back from its words the same. */
class RoundTripTest {
  private static final int TRIES = 4000;

  private final List<RegisterRow> rows =
      ShippedTables.maps().stream().flatMap(map -> map.rows().stream()).toList();

  @Property(tries = 30)
  void whatARowHoldsComesBackFromItsWords(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    for (RegisterRow row : rows) {
      int[] words = random.ints(row.addresses().size(), 0, 0x10000).toArray();
      if (random.nextBoolean()) {
        words = random.ints(row.addresses().size(), 0, 60).toArray();
      }
      roundTrip(row, words);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Test
  void everyRowOfEveryMapCanHoldSomething() {
    Random random = new Random(1);
    for (RegisterRow row : rows) {
      boolean held = roundTrip(row, new int[row.addresses().size()]);
      for (int i = 0; i < TRIES && !held; i++) {
        int limit = i % 2 == 0 ? 13 : 0x10000;
        held = roundTrip(row, random.ints(row.addresses().size(), 1, limit).toArray());
      }
      assertThat(held).as("%s %s", row.origin(), row.name()).isTrue();
    }
  }

  /** Whether the words made a value at all. */
  private static boolean roundTrip(RegisterRow row, int[] words) {
    Reading first = decode(row, words);
    Optional<Value> value = first.known().filter(RoundTripTest::isEncodable);
    value.ifPresent(
        it ->
            assertThat(decode(row, Encoder.encode(row, it)))
                .as("%s %s", row.origin(), row.name())
                .isEqualTo(first));
    return value.isPresent();
  }

  private static Reading decode(RegisterRow row, int[] words) {
    Words at = (bank, address) -> bank == row.bank() ? words[row.addresses().indexOf(address)] : -1;
    return Decoder.decode(row, at, Instant.EPOCH);
  }

  /** Letters beyond ASCII may have no upper case in Latin-1, or one of two letters. */
  static boolean isEncodable(Value value) {
    return !(value instanceof Value.Text text) || US_ASCII.newEncoder().canEncode(text.text());
  }
}
