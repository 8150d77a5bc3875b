package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.ReadBlock;
import givbridge.poll.Verdict.Suspicion;
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
   * @param doubted the one before this that was not believed; what agrees with it may be true
   */
  public Optional<String> fault(
      Device device, ReadBlock fresh, Optional<ReadBlock> good, Optional<ReadBlock> doubted) {
    Optional<Suspicion> suspicion =
        doubted.map(block -> new Suspicion(block, 1, block.block().at()));
    return guard.judge(device, fresh, good, suspicion) instanceof Verdict.Refused refused
        ? Optional.of(refused.detail())
        : Optional.empty();
  }
}
