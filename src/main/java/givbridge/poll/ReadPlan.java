package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.PlanRow;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
   * The blocks to read now, in the order of the plan.
   *
   * @param full whether settings are read too
   * @param again blocks of full polls that failed lately, to be tried again in quick ones
   * @param absent optional blocks that were given up
   */
  static List<Due> due(
      PlantTables tables,
      Topology topology,
      boolean full,
      Set<BlockKey> again,
      Set<BlockKey> absent) {
    List<Due> due = new ArrayList<>();
    tables
        .planFor(topology.identity())
        .forEach(
            row ->
                topology
                    .of(row.kind())
                    .forEach(
                        device -> {
                          BlockKey key = new BlockKey(device.address(), row.spec());
                          boolean wanted =
                              full || row.tier() == PlanRow.Tier.QUICK || again.contains(key);
                          if (wanted && !absent.contains(key)) {
                            due.add(new Due(device, key, row.keep() == PlanRow.Keep.IF_ANSWERED));
                          }
                        }));
    return due;
  }
}
