package givbridge.camel;

import givbridge.command.CommandTables;
import givbridge.joint.JointTable;
import givbridge.plant.PlantTables;
import givbridge.poll.GuardTables;
import givbridge.poll.PollTables;
import givbridge.publish.Topics;
import givbridge.tables.Faults;
import givbridge.view.TreeTable;
import java.util.function.Consumer;

/**
 * All tables, read and checked together.
 *
 * @param plants models, devices, poll plan, registers
 * @param guards what makes a block unbelievable
 * @param tree what is published
 * @param joint how inverters add up
 * @param commands what may be asked of an inverter
 * @param topics the topics that are no leaves
 */
record Knowledge(
    PlantTables plants,
    GuardTables guards,
    TreeTable tree,
    JointTable joint,
    CommandTables commands,
    Topics topics) {
  /** Reads all tables; each fault is noted with file and line. */
  static Knowledge load(Faults faults) {
    return load(faults, tables -> {});
  }

  /**
   * As {@link #load(Faults)}.
   *
   * @param whenPollable takes what is needed to read an inverter as soon as it is there
   */
  static Knowledge load(Faults faults, Consumer<PollTables> whenPollable) {
    PlantTables plants = PlantTables.load(faults);
    GuardTables guards = GuardTables.load(plants, faults);
    if (faults.list().isEmpty()) {
      whenPollable.accept(new PollTables(plants, guards));
    }
    TreeTable tree = TreeTable.load(plants, faults);
    return new Knowledge(
        plants,
        guards,
        tree,
        JointTable.load(plants, tree, faults),
        CommandTables.load(plants, faults),
        Topics.load(faults));
  }

  PollTables polling() {
    return new PollTables(plants, guards);
  }
}
