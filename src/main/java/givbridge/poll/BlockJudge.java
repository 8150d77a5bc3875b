package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.ReadBlock;
import java.util.Optional;

/** Judges a block that was read outside of a poll, such as to confirm a command. */
public final class BlockJudge {
  private final BlockGuard guard;

  public BlockJudge(GuardTables tables) {
    this.guard = new BlockGuard(tables);
  }

  /**
   * What is wrong with a block, in words; empty if it is believed.
   *
   * @param good the last block of that key that was believed
   */
  public Optional<String> fault(Device device, ReadBlock fresh, Optional<ReadBlock> good) {
    return guard.judge(device, fresh, good, Optional.empty()) instanceof Verdict.Refused refused
        ? Optional.of(refused.detail())
        : Optional.empty();
  }
}
