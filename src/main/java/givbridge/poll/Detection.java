package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a plant what it is made of. */
final class Detection {
  private static final int IDENTITY_READS = 4;

  private final PlantTables tables;
  private final PlantLink link;

  Detection(PlantTables tables, PlantLink link) {
    this.tables = tables;
    this.link = link;
  }

  /**
   * What was found, with the blocks that were read on the way.
   *
   * @param silent addresses where a device may be and nothing answered
   */
  record Found(Topology topology, List<Block> blocks, List<Integer> silent) {}

  /**
   * Finds the inverter and what hangs on it.
   *
   * @throws LinkException if the inverter does not answer, or not twice alike
   */
  Found run() throws LinkException {
    List<Block> blocks = new ArrayList<>();
    List<Integer> silent = new ArrayList<>();
    int address = tables.kind(DeviceKind.INVERTER).orElseThrow().addresses().get(0);
    Identity identity = agreedIdentity(address, blocks);
    List<Device> devices = new ArrayList<>();
    devices.add(Identification.inverter(tables, identity, address));
    for (DeviceKind kind : tables.kinds()) {
      if (kind.page().isPresent() && kind.condition().holds(identity.traits())) {
        devices.addAll(probe(identity, kind, blocks, silent));
      }
    }
    return new Found(new Topology(identity, devices), blocks, silent);
  }

  /** The first reply after a connect may be stale or garbage, so two in a row must agree. */
  private Identity agreedIdentity(int address, List<Block> blocks) throws LinkException {
    Optional<Identity> before = Optional.empty();
    for (int i = 0; i < IDENTITY_READS; i++) {
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

  private List<Device> probe(
      Identity identity, DeviceKind kind, List<Block> blocks, List<Integer> silent)
      throws LinkException {
    List<Device> found = new ArrayList<>();
    for (int address : kind.addresses()) {
      try {
        Block page = link.read(new BlockKey(address, kind.page().orElseThrow()), Purpose.PROBE);
        Identification.device(tables, identity, kind, page, found.size() + 1)
            .ifPresent(
                device -> {
                  found.add(device);
                  blocks.add(page);
                });
      } catch (LinkException e) {
        if (e.why() == LinkException.Cause.OFFLINE) {
          throw e;
        }
        silent.add(address);
      }
    }
    return found;
  }
}
