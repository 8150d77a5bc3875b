package givbridge.view;

import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final List<Planned> ofBridge;

  private Tree(List<Planned> ofPlant, List<Planned> ofBridge) {
    this.ofPlant = List.copyOf(ofPlant);
    this.ofBridge = List.copyOf(ofBridge);
  }

  /**
   * The tree for a plant.
   *
   * @param plants tells each device's registers
   * @param raw whether the raw section is shown
   */
  public static Tree forTopology(
      TreeTable table, PlantTables plants, Topology topology, boolean raw) {
    Expansion expansion = new Expansion(plants, topology);
    List<Place> places =
        expansion.places(table.rows().stream().filter(row -> raw || !row.form().isRaw()).toList());
    List<Place> plant = places.stream().filter(place -> !place.row().isOfBridge()).toList();
    List<Place> bridge = places.stream().filter(place -> place.row().isOfBridge()).toList();
    return new Tree(
        new Binding(plants, topology, plant).plan(), new Binding(plants, topology, bridge).plan());
  }

  /**
   * All places of the plant and of the bridge, whether they have values now or not, in the order of
   * the document.
   */
  public List<Place> places() {
    return Stream.concat(ofPlant.stream(), ofBridge.stream()).map(Planned::place).sorted().toList();
  }

  /**
   * What is published of a snapshot, but for {@link #stats}.
   *
   * @param before the view before, whose values bridge a reading that cannot be believed
   */
  public View view(Snapshot snapshot, Optional<View> before, ViewContext context) {
    Evaluation evaluation = new Evaluation(ofPlant, Optional.of(snapshot), before, context);
    Map<String, Leaf> byPath = new HashMap<>(ofPlant.size() * 2);
    List<View.Refusal> refused = new ArrayList<>();
    List<Leaf> leaves = leaves(ofPlant, evaluation, refused);
    leaves.forEach(leaf -> byPath.put(leaf.path(), leaf));
    return new View(snapshot, leaves, byPath, refused);
  }

  /**
   * The leaves that the clock changes: cheap, and to be had without a snapshot.
   *
   * @param snapshot the newest snapshot; empty before the first
   */
  public List<Leaf> stats(Optional<Snapshot> snapshot, ViewContext context) {
    Evaluation evaluation = new Evaluation(ofBridge, snapshot, Optional.empty(), context);
    return List.copyOf(leaves(ofBridge, evaluation, new ArrayList<>()));
  }

  private static List<Leaf> leaves(
      List<Planned> plan, Evaluation evaluation, List<View.Refusal> refused) {
    List<Leaf> leaves = new ArrayList<>(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      Planned planned = plan.get(i);
      Reading reading = evaluation.leaf(i);
      if (reading instanceof Reading.Known known) {
        leaves.add(new Leaf(planned.place(), known, rendering(planned, known, evaluation)));
      } else if (reading instanceof Reading.Unknown unknown
          && (unknown.why() == Why.OUT_OF_BOUNDS || unknown.why() == Why.REFUSED)) {
        refused.add(new View.Refusal(planned.place(), unknown.why()));
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
