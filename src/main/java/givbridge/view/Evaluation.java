package givbridge.view;

import givbridge.plant.Device;
import givbridge.plant.Snapshot;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over a tree: each leaf's value is made once, when it is first asked for. */
final class Evaluation {
  private final Plan plan;
  private final Optional<Snapshot> snapshot;
  private final Optional<View> before;
  private final ViewContext context;
  private final Stage stage;
  private final @Nullable Reading[] values;
  private @Nullable Map<String, Reading> bridge;

  /**
   * A pass.
   *
   * @param shown the snapshot, none for the bridge's own leaves
   * @param before the view before
   * @param stage what each value goes through
   */
  Evaluation(
      Plan plan,
      Optional<Snapshot> shown,
      Optional<View> before,
      ViewContext context,
      Stage stage) {
    this.plan = plan;
    this.snapshot = shown;
    this.before = before;
    this.context = context;
    this.stage = stage;
    this.values = new Reading[plan.leaves().size()];
  }

  /** The settled value of a leaf. */
  Reading leaf(int number) {
    Reading value = values[number];
    if (value == null) {
      Planned planned = planned(number);
      value = stage.settle(this, number, planned.node().read(this, planned.place()));
      values[number] = value;
    }
    return value;
  }

  /** The leaf with that number. */
  Planned planned(int number) {
    return plan.leaves().get(number);
  }

  /** A device of the plant by its number. */
  Device device(int number) {
    return plan.devices().get(number);
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

  Reading tariff(String name) {
    return stage.tariff(this, name);
  }

  /** Most passes ask for none of them. */
  Reading bridgeFact(String name) {
    Map<String, Reading> known = bridge;
    if (known == null) {
      known = BridgeFacts.of(snapshot, context);
      bridge = known;
    }
    return known.getOrDefault(name, Reading.unknown(Why.NOT_APPLICABLE));
  }
}
