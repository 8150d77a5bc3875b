package givbridge.poll;

import static givbridge.testing.FakePlant.inverter;
import static givbridge.testing.FakePlant.page;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.registers.Bank;
import givbridge.registers.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Garbage with a valid checksum, as dongles were seen to send it, never changes a value.
 *
 * <p>The patterns that are known, each with the test that holds it:
 *
 * <ul>
 *   <li>wrong checksum: {@code CorruptedFramesTest}
 *   <li>zeroed bank, leaked packet, impossible page, invalid serial number: here
 *   <li>byte slip and splice: here for a pack's page, {@code CorruptedCapturesTest} for every block
 *   <li>cold start: {@code DetectionTest} (two reads must agree), {@link BlockGuardTest} (a
 *       constant that insists)
 *   <li>power and temperature spikes: {@code GaugesTest}, {@code SpikesProperties}
 *   <li>counters that dip or are zeroed: {@code CountersTest}, {@code CleanedViewsTest}
 *   <li>an echo for register 0: {@code DispatcherTest}
 * </ul>
 */
class GarbageTest {
  private final PollFixture fixture = PollFixture.gen1();

  private void expectRefusal(BlockKey key, UnaryOperator<int[]> garbage, String kind)
      throws LinkException {
    fixture.poll();
    Map<String, Value> before = PollFixture.values(fixture.state.snapshot().orElseThrow());
    fixture.told.clear();
    fixture.plant.corruptOnce(key, garbage);

    Map<String, Value> after = PollFixture.values(fixture.poller.poll(true));

    assertThat(fixture.told)
        .filteredOn(line -> line.startsWith("refused"))
        .containsExactly("refused " + kind + " " + key);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aZeroedBlockIsRefused() throws LinkException {
    for (BlockKey key :
        List.of(
            inverter(Bank.IR, 0, 60),
            inverter(Bank.IR, 180, 60),
            inverter(Bank.HR, 0, 60),
            inverter(Bank.HR, 60, 60),
            page(0x33))) {
      expectRefusal(key, words -> new int[words.length], "all-zero");
    }
  }

  @Test
  void aLeakedPacketIsRefused() throws LinkException {
    for (BlockKey key : List.of(inverter(Bank.IR, 0, 60), inverter(Bank.HR, 60, 60), page(0x32))) {
      expectRefusal(
          key,
          words -> Garbage.leak(words, PollFixture.TABLES.guards().garbage()),
          "leaked-packet");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x32, 0x33})
  void aPageThatSlippedByAByteNeverChangesAValue(int pack) throws LinkException {
    fixture.poll();
    Map<String, Value> before = PollFixture.values(fixture.state.snapshot().orElseThrow());
    for (int offset = 0; offset < 119; offset++) {
      int from = offset;
      fixture.plant.corruptOnce(page(pack), words -> Garbage.slip(words, from));

      Map<String, Value> after = PollFixture.values(fixture.poll());

      assertThat(after).as("from byte %d", from).isEqualTo(before);
      fixture.poll();
    }
  }

  @Test
  void cellsOfZeroVoltsAreRefused() throws LinkException {
    expectRefusal(
        page(0x32),
        words -> {
          int[] changed = words.clone();
          Arrays.fill(changed, 0, 16, 0);
          return changed;
        },
        "impossible-zeros");
  }

  @Test
  void twoSensorsOfZeroDegreesAreRefused() throws LinkException {
    expectRefusal(page(0x32), words -> with(with(words, 16, 0), 18, 0), "impossible-zeros");
  }

  @Test
  void anUnreadableSerialNumberIsRefused() throws LinkException {
    expectRefusal(inverter(Bank.HR, 0, 60), words -> with(words, 14, 0x0203), "wrong-identity");
  }

  @Test
  void aCorruptedTypeOrFirmwareIsRefused() throws LinkException {
    expectRefusal(inverter(Bank.HR, 0, 60), words -> with(words, 0, 0x3001), "wrong-identity");
    fixture.poll();
    expectRefusal(inverter(Bank.HR, 0, 60), words -> with(words, 21, 849), "wrong-identity");
  }

  private static int[] with(int[] words, int place, int word) {
    int[] changed = words.clone();
    changed[place] = word;
    return changed;
  }
}
