package givbridge.link;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;

/** What came of asking for a block. */
public sealed interface Answer {
  /** The block that was asked for. */
  BlockKey key();

  /** The block itself. */
  record Came(Block block) implements Answer {
    @Override
    public BlockKey key() {
      return block.key();
    }
  }

  /**
   * No block.
   *
   * @param why what went wrong
   */
  record Missing(BlockKey key, LinkException why) implements Answer {}
}
