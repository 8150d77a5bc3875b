package givbridge.view;

import givbridge.cleaning.Memory;
import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tree of one plant: the rows that hold for it, bound to its devices once, so that each
 * snapshot is a single pass. Never changes.
 */
public final class Tree {
  private final List<Planned> ofPlant;
  private final int published;
  private final Hidden hidden;
  private final List<Planned> ofBridge;

  /** What the leaves that are not published are for. */
  private record Hidden(Checks checks, Map<TariffTable.Input, Integer> tariff) {}

  /**
   * A tree.
   *
   * @param ofPlant the plant's leaves; first those that are published, then those that are not,
   *     last those of the checks
   * @param published how many are published
   */
  private Tree(List<Planned> ofPlant, int published, Hidden hidden, List<Planned> ofBridge) {
    this.ofPlant = List.copyOf(ofPlant);
    this.published = published;
    this.hidden = hidden;
    this.ofBridge = List.copyOf(ofBridge);
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
    List<Place> places = expansion.places(table.rows());
    List<Place> bridge = places.stream().filter(place -> place.row().isOfBridge()).toList();
    List<Place> all = new ArrayList<>();
    List<Place> unseen = new ArrayList<>();
    places.stream()
        .filter(place -> !place.row().isOfBridge())
        .forEach(place -> (table.sections().shows(place.row(), wishes) ? all : unseen).add(place));
    int published = all.size();
    // No formula uses a raw key.
    unseen.stream().filter(place -> !place.row().form().isRaw()).forEach(all::add);
    Hidden hidden =
        new Hidden(checks(table.checks(), expansion, all), table.tariff().bind(expansion, all));
    return new Tree(
        new Binding(plants, topology, all, wishes).plan(),
        published,
        hidden,
        new Binding(plants, topology, bridge, wishes).plan());
  }

  /** The checks that hold for the plant; the places of their values are put behind all others. */
  private static Checks checks(CheckTable table, Expansion expansion, List<Place> all) {
    List<Checks.Bound> bound = new ArrayList<>();
    for (Check check : table.checks()) {
      List<Place> value = expansion.places(List.of(check.value()));
      List<Place> scale = expansion.places(List.of(check.scale()));
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
    return Stream.concat(ofPlant.stream().limit(published), ofBridge.stream())
        .map(Planned::place)
        .sorted()
        .toList();
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
        new Judging(memory, screening, context, new Judging.Plant(snapshot.identity(), books));
    Evaluation evaluation = new Evaluation(ofPlant, shown, before, context, judging);
    List<Leaf> leaves = leaves(ofPlant.subList(0, published), evaluation);
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
    return List.copyOf(leaves(ofBridge, evaluation));
  }

  private static List<Leaf> leaves(List<Planned> plan, Evaluation evaluation) {
    List<Leaf> leaves = new ArrayList<>(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      Planned planned = plan.get(i);
      if (evaluation.leaf(i) instanceof Reading.Known known) {
        leaves.add(new Leaf(planned.place(), known, rendering(planned, known, evaluation)));
      }
    }
    return leaves;
  }

  /** An unchanged value keeps its text. */
  private static Rendering rendering(Planned planned, Reading.Known known, Evaluation evaluation) {
    return evaluation
        .before()
        .flatMap(view -> view.leaf(planned.place().path()))
        .filter(leaf -> leaf.reading().value().equals(known.value()))
        .filter(leaf -> leaf.place().equals(planned.place()))
        .map(Leaf::rendering)
        .orElseGet(() -> planned.renderer().render(known.value()));
  }
}
