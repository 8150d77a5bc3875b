package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantState;
import givbridge.plant.Seat;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.testing.Golden;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A program that starts again knows its plant. */
class RememberedPlantTest {
  private final PollFixture before =
      new PollFixture(Golden.read(Golden.OWN.resolve("giv3hy11_da011_detect_10min.json")));
  private final Kept kept = new Kept();
  private final PlantState state = new PlantState();
  private final List<Topology> found = new ArrayList<>();

  private static final class Kept implements TopologyMemory {
    private Optional<PlantMemo> memo = Optional.empty();

    @Override
    public void remember(PlantMemo plant) {
      memo = Optional.of(plant);
    }

    @Override
    public Optional<PlantMemo> recall() {
      return memo;
    }
  }

  private InverterPoller started() {
    PollListener listener =
        new PollListener() {
          @Override
          public void found(Topology topology) {
            found.add(topology);
          }
        };
    return new InverterPoller(
        PollFixture.TABLES,
        new PollSettings(PollFixture.QUICK, PollFixture.FULL),
        new PollSurroundings(before.plant, state, before.clock, listener, kept));
  }

  private Topology learned() throws LinkException {
    InverterPoller first = started();
    first.poll(false);
    while (first.hasMore()) {
      first.explore();
    }
    Topology topology = state.snapshot().orElseThrow().topology();
    state.clear();
    found.clear();
    before.plant.asked();
    return topology;
  }

  private Set<BlockKey> quickBlocks(Topology topology) {
    Set<BlockKey> keys = new HashSet<>();
    ReadPlan.Turn quick = new ReadPlan.Turn(2, false, Set.of(), Set.of());
    new ReadPlan(PollFixture.TABLES.plants(), topology)
        .due(quick).stream().filter(due -> !due.optional()).forEach(due -> keys.add(due.key()));
    return keys;
  }

  @Test
  void theFirstDataOfAKnownPlantTakeOneQuickPollEachBlockOnce() throws LinkException {
    Topology known = learned();

    Snapshot snapshot = started().poll(false);

    assertThat(snapshot.topology()).isEqualTo(known);
    assertThat(found).containsExactly(known);
    assertThat(before.plant.asked())
        .doesNotHaveDuplicates()
        .containsAll(quickBlocks(known))
        .allMatch(key -> quickBlocks(known).contains(key) || isOptional(key));
  }

  /** Blocks that such an inverter may have are a part of quick polls too. */
  private static boolean isOptional(BlockKey key) {
    return key.spec().bank() == Bank.IR && List.of(0, 180).contains(key.spec().base());
  }

  @Test
  void itsSettingsAreReadRightAfterThat() throws LinkException {
    learned();
    InverterPoller again = started();
    Snapshot first = again.poll(false);
    BlockKey settings = first.topology().inverter().block(spec(Bank.HR, 1060, 60));

    assertThat(first.block(settings)).isEmpty();
    while (again.hasMore()) {
      again.explore();
    }

    Snapshot all = state.snapshot().orElseThrow();
    assertThat(all.block(settings)).isPresent();
    assertThat(all.topology().of("module").map(all::newest))
        .hasSize(6)
        .allMatch(Optional::isPresent);
  }

  private static BlockSpec spec(Bank bank, int base, int count) {
    return new BlockSpec(bank, base, count);
  }

  @Test
  void anotherInverterAtTheAddressIsFoundAnewAtOnce() throws LinkException {
    Topology known = learned();
    before.plant.text(0x11, Bank.HR, 13, "TC2337G999");

    Snapshot snapshot = started().poll(false);

    assertThat(snapshot.identity().serial()).isEqualTo("TC2337G999");
    assertThat(found).hasSize(1).doesNotContain(known);
    assertThat(kept.recall().orElseThrow().serial()).isEqualTo("TC2337G999");
  }

  @Test
  void anotherModelBehindTheSameSerialNumberIsFoundAnew() throws LinkException {
    learned();
    before.plant.set(0x11, Bank.HR, 0, 0x4005);

    assertThat(started().poll(false).identity().ratedWatts()).contains(15000);
  }

  @Test
  void whatHasComeSinceIsLookedForAfterTheFirstData() throws LinkException {
    learned();
    for (int i = 60; i < 90; i++) {
      before.plant.set(0x03, Bank.IR, i, before.plant.get(0x01, Bank.IR, i));
    }
    InverterPoller again = started();
    again.poll(false);
    while (again.hasMore()) {
      again.explore();
    }

    assertThat(state.snapshot().orElseThrow().topology().of("meter")).hasSize(3);
    assertThat(kept.recall().orElseThrow().parts())
        .extracting(PlantMemo.Part::kind)
        .containsOnlyOnce("stack")
        .endsWith("meter", "meter", "meter");
  }

  @Test
  void aPlantThatTheTablesDoNotKnowAnyMoreIsFoundAnew() throws LinkException {
    Topology known = learned();
    PlantMemo memo = PlantMemo.of(known);
    List<PlantMemo.Part> parts = new ArrayList<>(memo.parts());
    parts.add(new PlantMemo.Part("windmill", new Seat(1, 0, 1), "", Optional.empty()));
    kept.remember(
        new PlantMemo(
            memo.serial(), memo.typeCode(), memo.arm(), memo.ratedWatts(), memo.traits(), parts));

    assertThat(started().poll(false).identity()).isEqualTo(known.identity());
    assertThat(kept.recall().orElseThrow().parts())
        .extracting(PlantMemo.Part::kind)
        .doesNotContain("windmill");
  }

  @Test
  void aMemoHoldsAllOfATopology() throws LinkException {
    Topology known = learned();

    assertThat(PlantMemo.of(known).restore(PollFixture.TABLES.plants())).contains(known);
    assertThat(known.of("module").map(Device::parent)).allMatch(Optional::isPresent);
  }

  @Test
  void aMemoWithoutAnInverterIsNone() {
    PlantMemo empty = new PlantMemo("AA0000A000", "4004", 0, Optional.empty(), Set.of(), List.of());

    assertThat(empty.restore(PollFixture.TABLES.plants())).isEmpty();
  }
}
