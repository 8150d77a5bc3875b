package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.registers.Bank;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import givbridge.registers.Words;
import givbridge.testing.ShippedTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlantStateTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final PlantTables TABLES = ShippedTables.plants();
  private static final BlockSpec HOLDING = new BlockSpec(Bank.HR, 60, 60);
  private static final int RESERVE = 110;

  private final PlantState state = new PlantState();
  private final Topology topology = topology("AA0000A000");

  private static Topology topology(String serial) {
    Identity identity = TABLES.models().identify(serial, "2001", 449, Optional.empty());
    Device inverter =
        new Device(
            TABLES.kind("inverter").orElseThrow(),
            0x11,
            1,
            serial,
            ModelTables.traitsAt(identity, 0x11));
    return new Topology(identity, List.of(inverter));
  }

  private ReadBlock block(BlockSpec spec, int word, long seconds) {
    int[] words = new int[spec.count()];
    Arrays.fill(words, word);
    Block block = new Block(new BlockKey(0x11, spec), words, START.plusSeconds(seconds));
    return new BlockReader(TABLES, topology.identity())
        .read(topology.inverter(), block, (bank, register) -> Words.UNKNOWN);
  }

  private Snapshot snapshot(ReadBlock... blocks) {
    return snapshot(topology, blocks);
  }

  private static Snapshot snapshot(Topology of, ReadBlock... blocks) {
    PollReport report = new PollReport(1, true, START, Duration.ZERO, List.of(), false);
    return new Snapshot(of, List.of(blocks), report);
  }

  private static Reading known(int number, long seconds) {
    return new Reading.Known(Value.Amount.of(number), START.plusSeconds(seconds));
  }

  @Test
  void beforeTheFirstPollThereIsNothingToPutABlockInto() {
    assertThat(state.accept(List.of(block(HOLDING, 4, 1)))).isEmpty();
    assertThat(state.snapshot()).isEmpty();
  }

  @Test
  void whatACommandReadAfterThePollStays() {
    state.accept(snapshot(block(HOLDING, 4, 1)));
    state.accept(List.of(block(HOLDING, 20, 10)));

    Snapshot after = state.accept(snapshot(block(HOLDING, 4, 5)));

    assertThat(after.reading("battery_soc_reserve")).isEqualTo(known(20, 10));
  }

  @Test
  void whatThePollReadAfterTheCommandCounts() {
    state.accept(snapshot(block(HOLDING, 4, 1)));
    state.accept(List.of(block(HOLDING, 20, 10)));

    Snapshot after = state.accept(snapshot(block(HOLDING, 30, 15)));

    assertThat(after.reading("battery_soc_reserve")).isEqualTo(known(30, 15));
  }

  @Test
  void aBlockThatThePollDoesNotHaveStays() {
    state.accept(snapshot(block(HOLDING, 4, 1)));

    Snapshot after = state.accept(snapshot(block(new BlockSpec(Bank.IR, 0, 60), 7, 2)));

    assertThat(after.blocks()).hasSize(2);
  }

  @Test
  void nothingOfAnotherInverterIsKept() {
    state.accept(snapshot(block(HOLDING, 4, 100)));

    Snapshot after = state.accept(snapshot(topology("BB0000B000"), block(HOLDING, 5, 1)));

    assertThat(after.reading("battery_soc_reserve")).isEqualTo(known(5, 1));
    assertThat(after.identity().serial()).isEqualTo("BB0000B000");
  }

  @Test
  void whatWasForgottenIsGone() {
    state.accept(snapshot(block(HOLDING, 4, 1)));
    state.clear();

    assertThat(state.snapshot()).isEmpty();
  }

  /** Each number is a block: even ones come from polls, odd ones from commands, at any time. */
  @Property(tries = 200)
  void ofEveryBlockTheNewestIsKnownWhateverTheOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 999) Integer> arrivals) {
    PlantState plant = new PlantState();
    plant.accept(snapshot());
    Map<BlockKey, Instant> newest = new HashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      int number = arrivals.get(i);
      BlockSpec spec = new BlockSpec(Bank.HR, 60 * (number % 3), 60);
      // Commands read last, so that only a poll may bring what is older than what is known.
      long at = number % 2 == 0 ? number : 1000 + i;
      ReadBlock block = block(spec, number, at);
      if (number % 2 == 0) {
        plant.accept(snapshot(block));
      } else {
        plant.accept(List.of(block));
      }
      newest.merge(block.block().key(), block.block().at(), (a, b) -> a.isAfter(b) ? a : b);
    }

    Map<BlockKey, Instant> known = new HashMap<>();
    plant
        .snapshot()
        .orElseThrow()
        .blocks()
        .forEach(block -> known.put(block.block().key(), block.block().at()));
    assertThat(known).isEqualTo(newest);
  }

  @Test
  void aSnapshotKnowsItsWordsTheirAgeAndTheFactsOfItsIdentity() {
    Snapshot snapshot = snapshot(block(HOLDING, 4, 1), block(new BlockSpec(Bank.HR, 110, 1), 9, 8));

    assertThat(snapshot.newest()).contains(START.plusSeconds(8));
    assertThat(snapshot.words(0x11).word(Bank.HR, RESERVE)).isEqualTo(9);
    assertThat(snapshot.words(0x11).word(Bank.HR, 60)).isEqualTo(4);
    assertThat(snapshot.words(0x11).word(Bank.IR, 60)).isEqualTo(Words.UNKNOWN);
    assertThat(snapshot.words(0x32).word(Bank.HR, 60)).isEqualTo(Words.UNKNOWN);
    assertThat(snapshot.reading("battery_soc_reserve")).as("the newest").isEqualTo(known(9, 8));
    assertThat(snapshot.reading("rated_power").known()).contains(Value.Amount.of(5000));
    assertThat(snapshot.reading("serial").known()).contains(new Value.Text("AA0000A000"));
    assertThat(snapshot.reading("p_pv1")).isEqualTo(Reading.unknown(Reading.Why.NEVER_READ));
    assertThat(snapshot.report().number()).isEqualTo(1);
    assertThat(snapshot.topology()).isEqualTo(topology);
  }

  @Test
  void aRowIsAsOldAsTheOldestOfItsWords() {
    Snapshot snapshot = snapshot(block(new BlockSpec(Bank.HR, 0, 60), 1, 9), block(HOLDING, 4, 3));

    List<Optional<Instant>> ages = new ArrayList<>();
    for (String name : List.of("serial_number", "battery_soc_reserve", "enable_rtc")) {
      ages.add(
          snapshot.readAt(
              0x11,
              TABLES.registers(topology.inverter(), topology.identity()).row(name).orElseThrow()));
    }

    assertThat(ages)
        .containsExactly(
            Optional.of(START.plusSeconds(9)), Optional.of(START.plusSeconds(3)), Optional.empty());
  }

  @Test
  void aBlockGuardsItsWords() {
    BlockKey key = new BlockKey(0x11, HOLDING);
    int[] words = new int[60];
    Block block = new Block(key, words, START);
    words[0] = 1;

    assertThat(block.isZero()).isTrue();
    assertThat(block.with(RESERVE, 4, START).word(Bank.HR, RESERVE)).isEqualTo(4);
    assertThat(block.word(Bank.HR, RESERVE)).isZero();
    assertThat(key).hasToString("HR(60,60) at 0x11");
    assertThatThrownBy(() -> block.word(Bank.IR, RESERVE)).hasMessageContaining("is not in");
    assertThatThrownBy(() -> new Block(key, new int[59], START)).hasMessageContaining("59 words");
  }

  @Test
  void aTopologyBeginsWithItsInverter() {
    assertThatThrownBy(() -> new Topology(topology.identity(), List.of()))
        .hasMessage("the inverter comes first");
  }

  @Test
  void aSerialNumberHasTenCapitalsOrDigitsThatAreNotAllZero() {
    assertThat(Presence.isSerial("CE2231G123")).isTrue();
    assertThat(Presence.isSerial("CE2231G12")).isFalse();
    assertThat(Presence.isSerial("CE2231G12é")).isFalse();
    assertThat(Presence.isSerial("0000000000")).isFalse();
  }
}
