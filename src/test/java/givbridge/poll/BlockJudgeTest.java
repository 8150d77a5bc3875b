package givbridge.poll;

import static givbridge.testing.FakePlant.inverter;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.ReadBlock;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a block is judged that is read to confirm a command. */
class BlockJudgeTest {
  private static final BlockKey SETTINGS = inverter(Bank.HR, 60, 60);
  private static final int RESERVE = 110;

  private final Identity identity =
      PollFixture.TABLES.plants().models().identify("SA2114G000", "2001", 449, Optional.empty());
  private final Device device =
      Identification.inverter(PollFixture.TABLES.plants(), identity, 0x11);
  private final BlockReader reader = new BlockReader(PollFixture.TABLES.plants(), identity);
  private final BlockJudge judge = new BlockJudge(PollFixture.TABLES.guards());

  private ReadBlock block(int reserve) {
    int[] words = new int[60];
    words[RESERVE - 60] = reserve;
    Block block = new Block(SETTINGS, words, Instant.EPOCH);
    return reader.read(device, block, (bank, register) -> Words.UNKNOWN);
  }

  private Optional<String> fault(int reserve, int known, Optional<ReadBlock> doubted) {
    return judge.fault(device, block(reserve), Optional.of(block(known)), doubted);
  }

  @Test
  void aSettingAsItIsKnownIsBelieved() {
    assertThat(fault(20, 20, Optional.empty())).isEmpty();
  }

  @Test
  void anotherOneIsBelievedWhenTwoRepliesSayIt() {
    assertThat(fault(30, 20, Optional.empty()))
        .hasValueSatisfying(why -> assertThat(why).contains("battery_soc_reserve"));
    assertThat(fault(30, 20, Optional.of(block(30)))).isEmpty();
    assertThat(fault(30, 20, Optional.of(block(40)))).isPresent();
  }
}
