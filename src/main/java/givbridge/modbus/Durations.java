package givbridge.modbus;

import java.time.Duration;
import java.time.Instant;

/** Sums on times that survive a clock which is set back. */
final class Durations {

  private Durations() {}

  /** What is left of a gap that began at an instant: zero when over, never more than the gap. */
  static Duration remaining(Instant since, Duration gap, Instant now) {
    Duration passed = Duration.between(since, now);
    if (passed.isNegative()) {
      return gap;
    }
    return passed.compareTo(gap) >= 0 ? Duration.ZERO : gap.minus(passed);
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * The same duration.
   *
   * @throws IllegalArgumentException when it is negative
   */
  static Duration notNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + duration);
    }
    return duration;
  }
}
