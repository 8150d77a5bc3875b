package givbridge.joint;

import givbridge.registers.Value;
import givbridge.view.Leaf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adds members up. Never changes.
 *
 * <ul>
 *   <li>A member of which another tells counts for nothing that the other can tell itself.
 *   <li>What an inverter would give that is told of, but is no member, and nobody tells: then the
 *       whole value is unknown.
 *   <li>A member without data is left out of gauges, which makes the view a partial one; counters
 *       are absent meanwhile.
 * </ul>
 */
public final class JointPlant {
  private final JointTable table;
  private final Optional<Integer> meter;

  /**
   * Adds up by a table.
   *
   * @param meter number of the member whose meter tells what the mains give and take; empty: each
   *     has a meter of its own, and they add up
   */
  public JointPlant(JointTable table, Optional<Integer> meter) {
    this.table = table;
    this.meter = meter;
  }

  /** The view of the whole, as of now. */
  public JointView view(List<Member> members, Instant now) {
    Roll roll = Roll.of(members);
    List<Leaf> leaves = new ArrayList<>();
    boolean partial = false;
    for (JointKey key : table.keys()) {
      Gathering gathered = Gathering.of(key, asked(key, roll), members);
      partial |= gathered.lacking() && key.kind() == JointKey.Kind.GAUGE;
      Optional<BigDecimal> value = key.value(gathered);
      value.ifPresent(it -> leaves.add(Leaf.beside(key.leaf(), new Value.Amount(it), now)));
    }
    for (JointStat stat : table.stats()) {
      leaves.add(stat.of(roll, partial, now));
    }
    leaves.sort(Comparator.comparing(Leaf::place));
    return new JointView(leaves);
  }

  private List<Member> asked(JointKey key, Roll roll) {
    return key.ofMeter() && meter.isPresent()
        ? roll.all().stream().filter(member -> member.number() == meter.get()).toList()
        : roll.front();
  }
}
