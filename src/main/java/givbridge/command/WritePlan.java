package givbridge.command;

import givbridge.registers.RegisterRow;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written, in this order; no register stands twice.
 *
 * @param request what was asked
 * @param settled what of it is done, and how that differs
 * @param writes the writes
 * @param clock the field that afterwards shows the date and time written, and runs on; empty: every
 *     register must read back as written
 */
public record WritePlan(
    CommandRequest request,
    Settled settled,
    List<RegisterWrite> writes,
    Optional<RegisterRow> clock)
    implements Planning {
  public WritePlan {
    writes = List.copyOf(writes);
  }
}
