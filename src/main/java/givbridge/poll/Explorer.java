package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.Device;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.poll.Exploration.Surveyed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what nobody knows of a plant yet, one thing at a time. */
final class Explorer {
  private final PollTables tables;
  private final PollSurroundings around;
  private final PollMemory memory;

  Explorer(PollTables tables, PollSurroundings around, PollMemory memory) {
    this.tables = tables;
    this.around = around;
    this.memory = memory;
  }

  /** Notes what there is to look at: first what a full poll would read, if there was none yet. */
  void survey(Snapshot known) {
    Surveyed seen = new Surveyed(known.topology(), Candidates.told(plants(), known));
    if (memory.exploration().isSurveyed(seen)) {
      return;
    }
    List<Target> targets = new ArrayList<>();
    if (memory.lastFull().isEmpty()) {
      targets.addAll(unread(known, false, Target.What.UNREAD_BLOCK));
    }
    targets.addAll(unread(known, true, Target.What.OPTIONAL_BLOCK));
    targets.addAll(Candidates.of(plants(), known));
    memory.exploration().add(targets, around.clock().instant());
    memory.exploration().surveyed(seen);
  }

  private List<Target> unread(Snapshot known, boolean optional, Target.What what) {
    return memory.plan(plants(), known.topology()).blocks().stream()
        .filter(block -> block.optional() == optional)
        .filter(block -> known.block(block.key()).isEmpty())
        .map(block -> Target.block(what, block.device(), block.key()))
        .toList();
  }

  private PlantTables plants() {
    return tables.plants();
  }

  /**
   * Looks at one thing.
   *
   * @return a new snapshot if something was found
   * @throws LinkException if there is no connection
   */
  Optional<Snapshot> explore(Snapshot known, Target target) throws LinkException {
    try {
      Optional<Snapshot> found =
          target.what() == Target.What.DEVICE
              ? lookForDevice(known, target)
              : lookForBlock(known, target);
      if (memory.exploration().isOpen(target)) {
        answered(target, found.isPresent());
      }
      found.ifPresent(this::survey);
      return found;
    } catch (LinkException e) {
      if (e.why() == LinkException.Cause.OFFLINE) {
        throw e;
      }
      boolean givenUp = memory.exploration().silent(target, around.clock().instant());
      if (givenUp && target.what() == Target.What.OPTIONAL_BLOCK) {
        around.listener().absent(target.key());
      }
      return Optional.empty();
    }
  }

  private void answered(Target target, boolean found) {
    if (found || target.what() != Target.What.DEVICE) {
      memory.exploration().settled(target);
    } else {
      memory.exploration().nobody(target, around.clock().instant());
    }
  }

  private Optional<Snapshot> lookForDevice(Snapshot known, Target target) throws LinkException {
    Optional<Detection.Found> found =
        new Detection(tables, around.link()).look(known.topology(), target);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Topology topology = found.get().topology();
    memory.found(plants(), topology);
    around.listener().found(topology);
    around.memory().remember(PlantMemo.of(topology));
    PollRound round = new PollRound(tables, around, memory).with(known.blocks());
    Device device = topology.at(target.kind(), target.seat()).orElseThrow();
    for (Block block : found.get().blocks()) {
      // It was read twice alike, and may be another device than the one that was there before.
      round.with(List.of(memory.reader().read(device, block, round.words(device.address()))));
    }
    return Optional.of(around.state().accept(round.snapshot(known.report())));
  }

  private Optional<Snapshot> lookForBlock(Snapshot known, Target target) throws LinkException {
    Optional<Device> device = known.topology().at(target.kind(), target.seat());
    if (device.isEmpty()) {
      return Optional.empty();
    }
    PollRound round = new PollRound(tables, around, memory).with(known.blocks());
    Block block = around.link().read(target.key(), Purpose.PROBE);
    if (target.what() == Target.What.OPTIONAL_BLOCK && round.isVoid(device.get(), block)) {
      memory.exploration().withoutIt(target);
      around.listener().absent(target.key());
      return Optional.empty();
    }
    round.take(device.get(), block);
    return round.isEmpty()
        ? Optional.empty()
        : Optional.of(around.state().accept(round.snapshot(known.report())));
  }
}
