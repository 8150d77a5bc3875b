package givbridge.command;

import givbridge.registers.RegisterRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that this inverter can be asked, before it is known what it holds.
 *
 * @param request what was asked
 * @param settled what of it is done
 * @param steps what is written, in order; what exactly depends on what the inverter holds
 * @param operands the registers on which that depends, by name
 * @param clock the field by which the result is proved, if it is one that runs on
 */
public record Prepared(
    CommandRequest request,
    Settled settled,
    List<Step> steps,
    Map<String, RegisterRow> operands,
    Optional<RegisterRow> clock)
    implements Preparation {
  public Prepared {
    steps = List.copyOf(steps);
    operands = Map.copyOf(operands);
  }

  /**
   * A register that is written.
   *
   * @param row the register
   * @param value how its value is made
   */
  record Step(RegisterRow row, Expression value) {}

  /** The registers that must have been read at all before the writes can be planned. */
  public Set<RegisterRow> needed() {
    Set<RegisterRow> needed = new LinkedHashSet<>();
    steps.forEach(step -> needed.add(step.row()));
    needed.addAll(operands.values());
    return needed;
  }
}
