package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.registers.Words;
import java.time.Clock;
import java.util.function.IntFunction;

/** Registers that can be read, and not written, as a plant's link. */
class WordsLink implements PlantLink {
  private final IntFunction<Words> words;
  private final Clock clock;

  /**
   * A link to registers.
   *
   * @param words by device address
   * @param clock the time that blocks carry
   */
  WordsLink(IntFunction<Words> words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    int[] run = new int[key.spec().count()];
    for (int i = 0; i < run.length; i++) {
      run[i] = words.apply(key.address()).word(key.spec().bank(), key.spec().base() + i);
      if (run[i] == Words.UNKNOWN) {
        throw new LinkException(LinkException.Cause.REFUSED, key + " was not recorded");
      }
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
