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

/** Chooses the blocks of a poll: same inputs, same answer. */
final class ReadPlan {
  private ReadPlan() {}

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

  /** The blocks of a plan that may turn out not to exist. */
  static Set<BlockKey> optional(PlantTables tables, Topology topology) {
    return tables
        .planFor(topology.identity())
        .filter(row -> row.keep() == PlanRow.Keep.IF_ANSWERED)
        .flatMap(row -> topology.of(row.kind()).map(device -> device.block(row.spec())))
        .collect(Collectors.toSet());
  }

  /** The blocks to read now, in the order of the plan. */
  static List<Due> due(PlantTables tables, Topology topology, Turn turn) {
    List<Due> due = new ArrayList<>();
    tables
        .planFor(topology.identity())
        .forEach(
            row ->
                topology
                    .of(row.kind())
                    .forEach(
                        device -> {
                          BlockKey key = device.block(row.spec());
                          boolean wanted = turn.isDue(row.tier()) || turn.again().contains(key);
                          if (wanted && !turn.absent().contains(key)) {
                            due.add(new Due(device, key, row.keep() == PlanRow.Keep.IF_ANSWERED));
                          }
                        }));
    return due;
  }
}
