package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.registers.Bank;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording that can be polled while it goes on: each register as it was recorded last; before
 * that, as it will be recorded first.
 */
final class RecordedLink implements PlantLink {
  private record Register(int address, Bank bank, int number) {}

  private final List<Block> blocks;
  private final Clock clock;
  private final Map<Register, Integer> words = new HashMap<>();
  private int next;

  RecordedLink(List<Block> blocks, Clock clock) {
    this.blocks = blocks;
    this.clock = clock;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      apply(blocks.get(i));
    }
  }

  Instant end() {
    return blocks.get(blocks.size() - 1).at();
  }

  private void apply(Block block) {
    Bank bank = block.key().spec().bank();
    int base = block.key().spec().base();
    for (int number = base; number < base + block.key().spec().count(); number++) {
      words.put(new Register(block.key().address(), bank, number), block.word(bank, number));
    }
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    while (next < blocks.size() && !blocks.get(next).at().isAfter(clock.instant())) {
      apply(blocks.get(next++));
    }
    int[] run = new int[key.spec().count()];
    for (int i = 0; i < run.length; i++) {
      Integer word =
          words.get(new Register(key.address(), key.spec().bank(), key.spec().base() + i));
      if (word == null) {
        throw new LinkException(LinkException.Cause.REFUSED, key + " was not recorded");
      }
      run[i] = word;
    }
    return new Block(key, run, clock.instant());
  }

  @Override
  public int write(int register, int value) {
    throw new IllegalStateException("nothing is written here");
  }

  @Override
  public long connection() {
    return 1;
  }
}
