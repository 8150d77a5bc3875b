package givbridge.command;

import givbridge.plant.ReadBlock;
import java.util.List;

/**
 * What a command came to.
 *
 * @param request what was asked
 * @param outcome what became of it
 * @param blocks what was read on the way, newest of each key; already part of the plant's state
 * @param remembered what is to be kept of the inverter from now on
 */
public record CommandReport(
    CommandRequest request, Outcome outcome, List<ReadBlock> blocks, Remembered remembered) {
  public CommandReport {
    blocks = List.copyOf(blocks);
  }
}
