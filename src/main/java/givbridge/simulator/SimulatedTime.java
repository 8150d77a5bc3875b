package givbridge.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that runs faster than that of another source, by a factor that may change. */
final class SimulatedTime implements InstantSource {

  private record Pace(Instant baseStart, Instant start, double factor) {

    Instant at(Instant base) {
      double nanos = Duration.between(baseStart, base).toNanos() * factor;
      return start.plusNanos(Math.round(nanos));
    }
  }

  private final InstantSource base;
  private volatile Pace pace;

  /**
   * Time that agrees with another one now.
   *
   * @param factor seconds of this time in a second of the other one
   */
  SimulatedTime(InstantSource base, double factor) {
    this.base = base;
    Instant now = base.instant();
    this.pace = new Pace(now, now, factor);
  }

  /** From now on it runs so fast; 0: it stands still. By one thread at a time. */
  void accelerate(double factor) {
    Instant now = base.instant();
    pace = new Pace(now, pace.at(now), factor);
  }

  double factor() {
    return pace.factor();
  }

  @Override
  public Instant instant() {
    return pace.at(base.instant());
  }
}
