package givbridge.poll;

import static givbridge.testing.FakePlant.inverter;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Block;
import givbridge.registers.Bank;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final int[] GOOD = {0x0102, 0x0304, 0x0506, 0, 0};
  private static final Block OTHER = block(7, 8, 9, 0, 0);

  private static Block block(int... words) {
    return new Block(inverter(Bank.IR, 0, words.length), words, Instant.EPOCH);
  }

  private static boolean patched(int... words) {
    return patched(block(GOOD), block(words), List.of(OTHER));
  }

  private static boolean patched(Block good, Block now, List<Block> others) {
    Likeness likeness = new Likeness(good, now);
    return likeness.isSlipped() || others.stream().anyMatch(likeness::endsAs);
  }

  @Test
  void anEndThatSlippedByAWordIsSeen() {
    assertThat(patched(0x0102, 0x0304, 0x0304, 0x0506, 0)).isTrue();
    assertThat(patched(0x0102, 0x0304, 0x0304, 0x0507, 0)).isFalse();
  }

  @Test
  void anEndThatSlippedByAByteIsSeen() {
    assertThat(patched(0x0102, 0x0304, 0x0405, 0x0600, 0)).isTrue();
    assertThat(patched(0x0102, 0x0304, 0x0405, 0x0601, 0)).isFalse();
  }

  @Test
  void theEndOfAnotherBlockIsSeen() {
    assertThat(patched(0x0102, 0x0304, 9, 0, 0)).isTrue();
    assertThat(patched(0x0102, 0x0304, 9, 0, 1)).isFalse();
  }

  @Test
  void aShorterBlockEndsInZeros() {
    List<Block> others = List.of(block(7, 8, 9));
    assertThat(patched(block(GOOD), block(7, 8, 9, 0, 0), others)).isTrue();
  }

  @Test
  void whatDidNotChangeIsNotPatched() {
    assertThat(patched(block(GOOD), block(GOOD), List.of(block(GOOD)))).isFalse();
    int[] beginning = Arrays.copyOf(GOOD, GOOD.length);
    beginning[0] = 0x0103;
    assertThat(patched(beginning)).isFalse();
  }
}
