package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording that can be polled while it goes on: each register as it was recorded last; before
 * that, as it will be recorded first.
 */
final class RecordedLink extends WordsLink {
  private record Register(int address, Bank bank, int number) {}

  private final List<Block> blocks;
  private final Clock clock;
  private final Map<Register, Integer> words;
  private int next;

  RecordedLink(List<Block> blocks, Clock clock) {
    this(blocks, clock, new HashMap<>());
  }

  private RecordedLink(List<Block> blocks, Clock clock, Map<Register, Integer> words) {
    super(
        address ->
            (bank, number) ->
                words.getOrDefault(new Register(address, bank, number), Words.UNKNOWN),
        clock);
    this.words = words;
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
    return super.read(key, purpose);
  }
}
