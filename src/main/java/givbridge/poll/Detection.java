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
import givbridge.plant.Seat;
import givbridge.plant.Told;
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

  Detection(PollTables tables, PlantLink link) {
    this.tables = tables.plants();
    this.guard = new BlockGuard(tables.guards());
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
    Topology topology =
        new Topology(identity, List.of(Identification.inverter(tables, identity, address)));
    for (DeviceKind kind : tables.kinds()) {
      boolean first =
          kind.asked() == DeviceKind.Asked.FIRST && kind.condition().holds(identity.traits());
      if (first && kind.isTold()) {
        topology = told(topology, kind, blocks);
      } else if (first && kind.page().isPresent()) {
        Optional<Page> page = glance(identity, kind);
        if (page.isPresent()) {
          topology = topology.with(tables.kinds(), page.get().device());
          blocks.add(page.get().block().block());
        }
      }
    }
    return new Found(topology, blocks);
  }

  /** The devices of which the inverter tells twice alike in a block of its own. */
  private Topology told(Topology topology, DeviceKind kind, List<Block> blocks)
      throws LinkException {
    BlockKey key = topology.inverter().block(kind.page().orElseThrow());
    Topology before = topology;
    for (int i = 0; i < READS; i++) {
      Block block;
      try {
        block = link.read(key, Purpose.PROBE);
      } catch (LinkException e) {
        if (e.why() == LinkException.Cause.OFFLINE) {
          throw e;
        }
        return topology;
      }
      Words words = block.words();
      Topology settled = topology.behind(tables.settle(topology.identity(), words));
      Topology now = Told.with(tables, settled, words);
      if (i > 0 && now.equals(before)) {
        blocks.add(block);
        return now;
      }
      before = now;
    }
    return topology;
  }

  /** Whether such devices may hang on the inverter. */
  static boolean isLookedFor(DeviceKind kind, Identity identity) {
    return kind.page().isPresent() && !kind.isTold() && kind.condition().holds(identity.traits());
  }

  private Optional<Page> glance(Identity identity, DeviceKind kind) throws LinkException {
    try {
      Seat first = new Seat(kind.addresses().get(0), 0, 1);
      return agreedPage(identity, Target.device(kind, first, Optional.empty()));
    } catch (LinkException e) {
      if (e.why() == LinkException.Cause.OFFLINE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Looks whether a device is at a place.
   *
   * @return the plant with it; empty if what answers is none, or one that is known from another
   *     place
   * @throws LinkException if nothing answers
   */
  Optional<Found> look(Topology known, Target place) throws LinkException {
    return agreedPage(known.identity(), place)
        .filter(page -> !isKnown(known, page.device()))
        .map(
            page ->
                new Found(
                    known.with(tables.kinds(), page.device()), List.of(page.block().block())));
  }

  /**
   * The parts of a second owner may answer at several places, and the first ones in their stead.
   */
  private static boolean isKnown(Topology known, Device found) {
    boolean doubtful = found.parent().filter(owner -> owner.seat().number() > 1).isPresent();
    return doubtful
        && known.of(found.kind().name()).anyMatch(other -> other.key().equals(found.key()));
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
  private Optional<Page> agreedPage(Identity identity, Target place) throws LinkException {
    Optional<Page> before = Optional.empty();
    for (int i = 0; i < READS; i++) {
      Optional<Page> now;
      try {
        now = believable(identity, place, link.read(place.key(), Purpose.PROBE));
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

  private Optional<Page> believable(Identity identity, Target place, Block block) {
    return Identification.device(tables, identity, place, block)
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
