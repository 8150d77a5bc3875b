package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.PlantTables;
import givbridge.plant.ReadBlock;
import givbridge.plant.Topology;
import givbridge.registers.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a plant what it is made of. Any single answer may be stale or garbage, so nothing counts
 * that two reads in a row did not say alike.
 */
final class Detection {
  private static final int READS = 4;

  private final PlantTables tables;
  private final BlockGuard guard;
  private final PlantLink link;

  Detection(PlantTables tables, BlockGuard guard, PlantLink link) {
    this.tables = tables;
    this.guard = guard;
    this.link = link;
  }

  /** What was found, with the blocks that were read on the way. */
  record Found(Topology topology, List<Block> blocks) {}

  private record Page(Device device, ReadBlock block) {}

  /**
   * Finds the inverter and what hangs on it.
   *
   * @throws LinkException if the inverter does not answer, or not twice alike
   */
  Found run() throws LinkException {
    List<Block> blocks = new ArrayList<>();
    int address = tables.kind(DeviceKind.INVERTER).orElseThrow().addresses().get(0);
    Identity identity = agreedIdentity(address, blocks);
    List<Device> devices = new ArrayList<>();
    devices.add(Identification.inverter(tables, identity, address));
    for (DeviceKind kind : tables.kinds()) {
      if (kind.page().isPresent() && kind.condition().holds(identity.traits())) {
        devices.addAll(probe(identity, kind, blocks));
      }
    }
    return new Found(new Topology(identity, devices), blocks);
  }

  private Identity agreedIdentity(int address, List<Block> blocks) throws LinkException {
    Optional<Identity> before = Optional.empty();
    for (int i = 0; i < READS; i++) {
      Block block = link.read(new BlockKey(address, Identification.IDENTITY_BLOCK), Purpose.POLL);
      Optional<Identity> now = Identification.identity(tables, block);
      if (now.isPresent() && now.equals(before)) {
        blocks.add(block);
        return now.get();
      }
      before = now;
    }
    throw new LinkException(
        LinkException.Cause.NO_ANSWER,
        "the inverter does not say twice alike who it is: its serial number is unreadable or"
            + " changes");
  }

  private List<Device> probe(Identity identity, DeviceKind kind, List<Block> blocks)
      throws LinkException {
    List<Device> found = new ArrayList<>();
    for (int address : kind.addresses()) {
      BlockKey key = new BlockKey(address, kind.page().orElseThrow());
      Optional<Page> page = agreedPage(identity, kind, key, found.size() + 1);
      page.ifPresent(
          there -> {
            found.add(there.device());
            blocks.add(there.block().block());
          });
    }
    return found;
  }

  /** The device at an address; empty if nothing answers at first, or nobody twice in a row. */
  private Optional<Page> agreedPage(Identity identity, DeviceKind kind, BlockKey key, int index)
      throws LinkException {
    Optional<Page> before = Optional.empty();
    for (int i = 0; i < READS; i++) {
      Optional<Page> now;
      try {
        now = believable(identity, kind, link.read(key, Purpose.PROBE), index);
      } catch (LinkException e) {
        if (e.why() == LinkException.Cause.OFFLINE) {
          throw e;
        }
        if (i == 0) {
          return Optional.empty();
        }
        now = Optional.empty();
      }
      if (i > 0 && alike(before, now)) {
        return now;
      }
      before = now;
    }
    return Optional.empty();
  }

  private Optional<Page> believable(Identity identity, DeviceKind kind, Block block, int index) {
    return Identification.device(tables, identity, kind, block, index)
        .map(
            device ->
                new Page(
                    device,
                    new BlockReader(tables, identity)
                        .read(device, block, (bank, register) -> Words.UNKNOWN)))
        .filter(page -> judge(page) instanceof Verdict.Accepted);
  }

  private Verdict judge(Page page) {
    return guard.judge(page.device(), page.block(), Optional.empty(), Optional.empty());
  }

  private boolean alike(Optional<Page> before, Optional<Page> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return before.isEmpty() && now.isEmpty();
    }
    return before.get().device().equals(now.get().device())
        && guard.agree(now.get().device(), before.get().block(), now.get().block());
  }
}
