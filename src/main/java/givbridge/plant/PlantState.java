package givbridge.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest snapshot of one plant. Polls and commands put blocks in; the newer block of a key
 * wins, so that neither can undo what the other has read later.
 */
public final class PlantState {
  private volatile Optional<Snapshot> current = Optional.empty();

  /** The newest snapshot; empty until every block has been tried once. */
  public Optional<Snapshot> snapshot() {
    return current;
  }

  /** Puts in what a poll brought; blocks that a command has read since stay. */
  public synchronized Snapshot accept(Snapshot polled) {
    List<ReadBlock> newer =
        current.isPresent() && current.get().identity().equals(polled.identity())
            ? newerThan(polled, current.get())
            : List.of();
    Snapshot merged = newer.isEmpty() ? polled : polled.with(newer);
    current = Optional.of(merged);
    return merged;
  }

  /** Puts in single blocks; empty while there is no snapshot to put them into. */
  public synchronized Optional<Snapshot> accept(List<ReadBlock> blocks) {
    current = current.map(snapshot -> snapshot.with(blocks));
    return current;
  }

  /** Forgets everything, such as when another inverter answers at the address. */
  public synchronized void clear() {
    current = Optional.empty();
  }

  private static List<ReadBlock> newerThan(Snapshot polled, Snapshot older) {
    List<ReadBlock> newer = new ArrayList<>();
    for (ReadBlock block : older.blocks()) {
      Optional<ReadBlock> other = polled.block(block.block().key());
      if (other.isEmpty() || block.block().at().isAfter(other.get().block().at())) {
        newer.add(block);
      }
    }
    return newer;
  }
}
