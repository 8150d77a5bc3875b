package givbridge.view;

import givbridge.cleaning.Memory;
import givbridge.cleaning.Paths;
import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one plant: the rows that hold for it, bound to its devices once, so that each
 * snapshot is a single pass. Never changes.
 */
public final class Tree {
  private final Plan ofPlant;
  private final int published;
  private final Hidden hidden;
  private final Plan ofBridge;
  private final Paths paths;
  private final List<Place> places;

  /** What the leaves that are not published are for. */
  private record Hidden(Checks checks, Map<TariffTable.Input, Integer> tariff) {}

  /**
   * A tree.
   *
   * @param ofPlant the plant's leaves; first those that are published, then those that are not,
   *     last those of the checks
   * @param published how many are published
   */
  private Tree(Plan ofPlant, int published, Hidden hidden, Plan ofBridge) {
    this.ofPlant = ofPlant;
    this.published = published;
    this.hidden = hidden;
    this.ofBridge = ofBridge;
    this.paths = new Paths(ofPlant.leaves().stream().map(it -> it.place().path()).toList());
    this.places =
        Stream.concat(ofPlant.leaves().stream().limit(published), ofBridge.leaves().stream())
            .map(Planned::place)
            .sorted()
            .toList();
  }

  /**
   * The tree for a plant.
   *
   * @param plants tells each device's registers
   * @param wishes what of it is shown, and how
   */
  public static Tree forTopology(
      TreeTable table, PlantTables plants, Topology topology, Wishes wishes) {
    Expansion expansion = new Expansion(plants, topology);
    List<Spot> spots = expansion.spots(table.rows());
    List<Spot> bridge = spots.stream().filter(spot -> spot.row().isOfBridge()).toList();
    List<Spot> all = new ArrayList<>();
    List<Spot> unseen = new ArrayList<>();
    spots.stream()
        .filter(spot -> !spot.row().isOfBridge())
        .forEach(spot -> (table.sections().shows(spot.row(), wishes) ? all : unseen).add(spot));
    int published = all.size();
    // No formula uses a raw key.
    unseen.stream().filter(spot -> !spot.row().form().isRaw()).forEach(all::add);
    Hidden hidden =
        new Hidden(checks(table.checks(), expansion, all), table.tariff().bind(expansion, all));
    return new Tree(
        new Binding(plants, topology, all, wishes, table.alike()).plan(),
        published,
        hidden,
        new Binding(plants, topology, bridge, wishes, table.alike()).plan());
  }

  /** The checks that hold for the plant; the places of their values are put behind all others. */
  private static Checks checks(CheckTable table, Expansion expansion, List<Spot> all) {
    List<Checks.Bound> bound = new ArrayList<>();
    for (Check check : table.checks()) {
      List<Spot> value = expansion.spots(List.of(check.value()));
      List<Spot> scale = expansion.spots(List.of(check.scale()));
      if (!value.isEmpty()) {
        bound.add(new Checks.Bound(check, all.size(), all.size() + 1));
        all.addAll(value);
        all.addAll(scale);
      }
    }
    return new Checks(bound);
  }

  /**
   * All places of the plant and of the bridge, whether they have values now or not, in the order of
   * the document.
   */
  public List<Place> places() {
    return places;
  }

  /**
   * What is published of a snapshot, but for {@link #stats}; what is remembered of the values comes
   * from the view before.
   *
   * @param before the view before, whose values bridge a reading that cannot be believed
   */
  public View view(Snapshot snapshot, Optional<View> before, ViewContext context) {
    return view(snapshot, before, before.map(View::memory).orElse(Memory.NOTHING), context);
  }

  /**
   * As {@link #view(Snapshot, Optional, ViewContext)}.
   *
   * @param memory what is remembered of the values, which may come from before a restart
   */
  public View view(Snapshot snapshot, Optional<View> before, Memory memory, ViewContext context) {
    return view(snapshot, before, Past.of(memory), context);
  }

  /**
   * As {@link #view(Snapshot, Optional, ViewContext)}, with the rates.
   *
   * @param past what the view goes on from
   */
  public View view(Snapshot snapshot, Optional<View> before, Past past, ViewContext context) {
    Memory memory = past.memory();
    Optional<Snapshot> shown = Optional.of(snapshot);
    Screening screening =
        hidden
            .checks()
            .screen(new Evaluation(ofPlant, shown, before, context, Stage.bounds()), memory);
    Bookkeeping books = new Bookkeeping(past.books(), hidden.tariff(), screening.clock());
    Judging judging =
        new Judging(
            memory.leaves().draft(paths),
            screening,
            context,
            new Judging.Plant(snapshot.identity(), books));
    Evaluation evaluation = new Evaluation(ofPlant, shown, before, context, judging);
    View.Shown leaves = leaves(ofPlant, published, evaluation);
    return new View(snapshot, leaves, judging.cleaned(), books.account());
  }

  /**
   * The leaves that the clock changes: cheap, and to be had without a snapshot.
   *
   * @param snapshot the newest snapshot; empty before the first
   */
  public List<Leaf> stats(Optional<Snapshot> snapshot, ViewContext context) {
    Evaluation evaluation =
        new Evaluation(ofBridge, snapshot, Optional.empty(), context, Stage.bounds());
    return List.copyOf(leaves(ofBridge, ofBridge.leaves().size(), evaluation).leaves());
  }

  private static View.Shown leaves(Plan plan, int count, Evaluation evaluation) {
    Optional<View> before = evaluation.before();
    LeafWalk earlier = new LeafWalk(before.map(View::leaves).orElse(List.of()));
    List<Leaf> leaves = new ArrayList<>(count);
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (evaluation.leaf(i) instanceof Reading.Known known) {
        Planned planned = plan.leaves().get(i);
        Leaf last = earlier.at(planned.place());
        found += last == null ? 0 : 1;
        leaves.add(
            last != null && last.reading().equals(known)
                ? last
                : new Leaf(planned.place(), known, rendering(planned, known.value(), last)));
      }
    }
    int all = found == leaves.size() ? found : -1;
    Object places =
        before.filter(it -> it.leaves().size() == all).map(View::places).orElseGet(Object::new);
    return new View.Shown(leaves, places);
  }

  /** An unchanged value keeps its text. */
  private static Rendering rendering(Planned planned, Value value, @Nullable Leaf before) {
    return before != null && before.reading().value().equals(value)
        ? before.rendering()
        : planned.renderer().render(value);
  }
}
