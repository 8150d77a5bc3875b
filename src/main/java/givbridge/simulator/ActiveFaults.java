package givbridge.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults that are on. Not for use by several threads. */
final class ActiveFaults {

  private sealed interface Left {
    record Strikes(int count) implements Left {}

    record Until(Instant end) implements Left {}
  }

  private final InstantSource clock;
  private final Map<FaultKind, Left> active = new EnumMap<>(FaultKind.class);

  ActiveFaults(InstantSource clock) {
    this.clock = clock;
  }

  /** Switches a fault on; it replaces an earlier one of its kind. */
  void add(FaultKind kind, FaultSpan span) {
    if (span instanceof FaultSpan.Times times) {
      active.put(kind, new Left.Strikes(times.count()));
    } else if (span instanceof FaultSpan.During during) {
      active.put(kind, new Left.Until(clock.instant().plus(during.time())));
    }
  }

  void clear() {
    active.clear();
  }

  /** Whether the fault is on; if so, it has struck once more. */
  boolean strikes(FaultKind kind) {
    expire();
    Left left = active.get(kind);
    if (left instanceof Left.Strikes strikes) {
      if (strikes.count() > 1) {
        active.put(kind, new Left.Strikes(strikes.count() - 1));
      } else {
        active.remove(kind);
      }
    }
    return left != null;
  }

  /** Labels of the faults that are on. */
  List<String> labels() {
    expire();
    return active.keySet().stream().map(FaultKind::label).toList();
  }

  private void expire() {
    Instant now = clock.instant();
    active
        .values()
        .removeIf(left -> left instanceof Left.Until until && !now.isBefore(until.end()));
  }
}
