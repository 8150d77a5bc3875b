package givbridge.command;

import givbridge.plant.ReadBlock;
import java.util.Optional;

/** Judges whether a block can be believed; some dongles answer with rubbish. */
@FunctionalInterface
public interface BlockCheck {
  /**
   * What is wrong with a block, in words; empty if it is believed.
   *
   * @param before the last believed block of that key, with what was written since
   * @param doubted the block that came just before and was not believed
   */
  Optional<String> fault(ReadBlock fresh, Optional<ReadBlock> before, Optional<ReadBlock> doubted);
}
