package givbridge.simulator;

import java.time.Duration;

/** How long a fault stays. */
public sealed interface FaultSpan {

  /** Until it has struck so often, at least 1. */
  record Times(int count) implements FaultSpan {}

  /** For so long, by the wall clock. */
  record During(Duration time) implements FaultSpan {}
}
