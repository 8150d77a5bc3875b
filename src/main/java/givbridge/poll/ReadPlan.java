package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.PlanRow;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The blocks of a plant, of which it chooses those of a poll: same inputs, same answer. It holds
 * for as long as the plant is made of the same devices.
 */
final class ReadPlan {
  private final Topology topology;
  private final List<Planned> all = new ArrayList<>();

  private record Planned(Due block, PlanRow.Tier tier) {}

  ReadPlan(PlantTables tables, Topology topology) {
    this.topology = topology;
    tables
        .planFor(topology.identity())
        .forEach(row -> topology.of(row.kind()).forEach(device -> all.add(planned(row, device))));
  }

  private static Planned planned(PlanRow row, Device device) {
    boolean optional = row.keep() == PlanRow.Keep.IF_ANSWERED;
    return new Planned(new Due(device, device.block(row.spec()), optional), row.tier());
  }

  /**
   * A block that is due.
   *
   * @param device whose it is
   * @param optional whether it may turn out not to exist
   */
  record Due(Device device, BlockKey key, boolean optional) {}

  /**
   * Which poll it is.
   *
   * @param number polls so far, this one included
   * @param full whether settings are read too
   * @param again blocks that failed lately, to be tried again before their turn
   * @param absent optional blocks that were given up
   */
  record Turn(long number, boolean full, Set<BlockKey> again, Set<BlockKey> absent) {
    boolean isDue(PlanRow.Tier tier) {
      return switch (tier) {
        case QUICK -> true;
        case FULL -> full;
        case EVERY_5TH -> number % 5 == 1;
        case EVERY_10TH -> number % 10 == 1;
      };
    }
  }

  /** Whether it is the plan of that plant. */
  boolean isOf(Topology other) {
    return topology.equals(other);
  }

  /** All blocks, in the order of the plan. */
  List<Due> blocks() {
    return all.stream().map(Planned::block).toList();
  }

  /** The blocks that may turn out not to exist. */
  Set<BlockKey> optional() {
    return blocks().stream().filter(Due::optional).map(Due::key).collect(Collectors.toSet());
  }

  /** The blocks to read now, in the order of the plan. */
  List<Due> due(Turn turn) {
    List<Due> due = new ArrayList<>();
    for (Planned planned : all) {
      BlockKey key = planned.block().key();
      boolean wanted = turn.isDue(planned.tier()) || turn.again().contains(key);
      if (wanted && !turn.absent().contains(key)) {
        due.add(planned.block());
      }
    }
    return due;
  }
}
