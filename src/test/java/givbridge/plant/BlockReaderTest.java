package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.registers.Reading;
import givbridge.registers.Words;
import givbridge.testing.ShippedTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlockReaderTest {
  private static final Instant FIRST = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(2);
  private static final Words NONE = (bank, register) -> Words.UNKNOWN;
  private static final PlantTables TABLES = ShippedTables.plants();
  private static final Identity IDENTITY =
      TABLES.models().identify("AA0000A000", "2001", 449, Optional.empty());
  private static final Device INVERTER = device("inverter", 0x11);

  private final BlockReader reader = new BlockReader(TABLES, IDENTITY);

  private static Device device(String kind, int address) {
    return new Device(
        TABLES.kind(kind).orElseThrow(),
        address,
        1,
        "AA0000A000",
        ModelTables.traitsAt(IDENTITY, address));
  }

  private static Block block(BlockSpec spec, Instant at, List<Integer> words) {
    int[] all = words.stream().mapToInt(Integer::intValue).toArray();
    return new Block(INVERTER.block(spec), all, at);
  }

  /** Whatever changed, a block says what it would say if it were the first. */
  @Property(tries = 300)
  void whatABlockSaysDoesNotDependOnTheOneBefore(
      @ForAll Bank bank,
      @ForAll @IntRange(max = 4) int number,
      @ForAll @Size(60) List<@IntRange(max = 0xFFFF) Integer> words,
      @ForAll @Size(60) List<Boolean> changed,
      @ForAll @IntRange(max = 0xFFFF) int other) {
    BlockSpec spec = new BlockSpec(bank, 60 * number, 60);
    Block first = block(spec, FIRST, words);
    List<Integer> later = new ArrayList<>(words);
    for (int i = 0; i < later.size(); i++) {
      if (changed.get(i)) {
        later.set(i, other);
      }
    }
    Block second = block(spec, SECOND, later);

    ReadBlock after =
        reader.read(INVERTER, second, NONE, Optional.of(reader.read(INVERTER, first, NONE)));

    assertThat(after.readings()).isEqualTo(reader.read(INVERTER, second, NONE).readings());
  }

  @Test
  void aValueOfTheSameWordsIsKeptWithANewTime() {
    BlockSpec spec = new BlockSpec(Bank.IR, 0, 60);
    List<Integer> words = IntStream.range(100, 160).boxed().toList();
    ReadBlock before = reader.read(INVERTER, block(spec, FIRST, words), NONE);

    ReadBlock after = reader.read(INVERTER, block(spec, SECOND, words), NONE, Optional.of(before));

    Reading.Known was = (Reading.Known) before.readings().get("v_pv1");
    Reading.Known is = (Reading.Known) after.readings().get("v_pv1");
    assertThat(is.value()).isSameAs(was.value());
    assertThat(is.at()).isEqualTo(SECOND);
  }

  /** The layout of a block may change with the firmware or with what the inverter can do. */
  @Test
  void aBlockThatAnotherReaderReadIsNotReliedOn() {
    BlockSpec spec = new BlockSpec(Bank.IR, 0, 60);
    List<Integer> words = IntStream.range(100, 160).boxed().toList();
    ReadBlock before =
        new BlockReader(TABLES, IDENTITY).read(INVERTER, block(spec, FIRST, words), NONE);

    ReadBlock after = reader.read(INVERTER, block(spec, SECOND, words), NONE, Optional.of(before));

    Reading.Known was = (Reading.Known) before.readings().get("v_pv1");
    Reading.Known is = (Reading.Known) after.readings().get("v_pv1");
    assertThat(is.value()).isEqualTo(was.value()).isNotSameAs(was.value());
  }
}
