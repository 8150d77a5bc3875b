package givbridge.view;

import givbridge.plant.Snapshot;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over a tree: each leaf's value is made once, when it is first asked for. */
final class Evaluation {
  private final List<Planned> plan;
  private final Optional<Snapshot> snapshot;
  private final Optional<View> before;
  private final ViewContext context;
  private final @Nullable Reading[] values;
  private final Map<String, Reading> bridge;

  Evaluation(
      List<Planned> plan, Optional<Snapshot> snapshot, Optional<View> before, ViewContext context) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.before = before;
    this.context = context;
    this.values = new Reading[plan.size()];
    this.bridge = BridgeFacts.of(snapshot, context);
  }

  /** The cleaned value of a leaf. */
  Reading leaf(int number) {
    Reading value = values[number];
    if (value == null) {
      Place place = plan.get(number).place();
      Reading derived = plan.get(number).node().read(this, place);
      value = Cleaning.clean(place.row().cleaning(), derived, shown(place));
      values[number] = value;
    }
    return value;
  }

  private Optional<Reading.Known> shown(Place place) {
    return before.flatMap(view -> view.leaf(place.path())).map(Leaf::reading);
  }

  Snapshot snapshot() {
    return snapshot.orElseThrow();
  }

  Optional<View> before() {
    return before;
  }

  ViewContext context() {
    return context;
  }

  Reading bridgeFact(String name) {
    return bridge.getOrDefault(name, Reading.unknown(Why.NOT_APPLICABLE));
  }
}
