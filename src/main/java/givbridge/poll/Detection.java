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
   * Finds the inverter, and of what hangs on it as much as the first data need; the rest is found
   * by {@link #look}, one address at a time.
   *
   * @throws LinkException if the inverter does not answer, or not twice alike
   */
  Found start() throws LinkException {
    List<Block> blocks = new ArrayList<>();
    Identity identity = identityAtAnyAddress(blocks);
    int address = blocks.get(0).key().address();
    List<Device> devices = new ArrayList<>();
    devices.add(Identification.inverter(tables, identity, address));
    for (DeviceKind kind : tables.kinds()) {
      if (isLookedFor(kind, identity) && kind.asked() == DeviceKind.Asked.FIRST) {
        glance(identity, kind)
            .ifPresent(
                page -> {
                  devices.add(page.device());
                  blocks.add(page.block().block());
                });
      }
    }
    return new Found(new Topology(identity, devices), blocks);
  }

  /** Whether such devices may hang on the inverter. */
  static boolean isLookedFor(DeviceKind kind, Identity identity) {
    return kind.page().isPresent() && !kind.isTold() && kind.condition().holds(identity.traits());
  }

  private Optional<Page> glance(Identity identity, DeviceKind kind) throws LinkException {
    try {
      return agreedPage(identity, kind, kind.addresses().get(0));
    } catch (LinkException e) {
      if (e.why() == LinkException.Cause.OFFLINE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Looks whether a device is at an address.
   *
   * @return the plant with it; empty if what answers is none
   * @throws LinkException if nothing answers
   */
  Optional<Found> look(Topology known, DeviceKind kind, int address) throws LinkException {
    return agreedPage(known.identity(), kind, address)
        .map(
            page ->
                new Found(
                    known.with(tables.kinds(), page.device()), List.of(page.block().block())));
  }

  /** Some firmware serves the same registers at another address only. */
  private Identity identityAtAnyAddress(List<Block> blocks) throws LinkException {
    List<Integer> addresses = tables.kind(DeviceKind.INVERTER).orElseThrow().addresses();
    LinkException first = null;
    for (int address : addresses) {
      try {
        return agreedIdentity(address, blocks);
      } catch (LinkException e) {
        if (e.why() == LinkException.Cause.OFFLINE) {
          throw e;
        }
        first = first == null ? e : first;
      }
    }
    throw first != null
        ? first
        : new LinkException(LinkException.Cause.NO_ANSWER, "an inverter has no address");
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

  /**
   * The device at an address; empty if none is there, or it does not say twice alike who it is.
   *
   * @throws LinkException if nothing answers at first
   */
  private Optional<Page> agreedPage(Identity identity, DeviceKind kind, int address)
      throws LinkException {
    BlockKey key = new BlockKey(address, kind.page().orElseThrow());
    Optional<Page> before = Optional.empty();
    for (int i = 0; i < READS; i++) {
      Optional<Page> now;
      try {
        now = believable(identity, kind, link.read(key, Purpose.PROBE));
      } catch (LinkException e) {
        if (i == 0 || e.why() == LinkException.Cause.OFFLINE) {
          throw e;
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

  private Optional<Page> believable(Identity identity, DeviceKind kind, Block block) {
    return Identification.device(tables, identity, kind, block, 1)
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
