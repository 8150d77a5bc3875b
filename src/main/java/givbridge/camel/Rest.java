package givbridge.camel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a data adapter that struggles is left alone: some crash when they are asked more. Never
 * changes; each poll makes a new one.
 *
 * @param pause how long it is left alone; zero: never
 * @param failures polls in a row that brought nothing since the last pause began
 * @param until when the last pause ends, or ended; empty once a poll brought something
 */
record Rest(Duration pause, int failures, Optional<Instant> until) {
  /** A poll and the next one that tries again. */
  private static final int PATIENCE = 2;

  static Rest none(Duration pause) {
    return new Rest(pause, 0, Optional.empty());
  }

  /** After a poll that brought nothing. */
  Rest failed(Instant now) {
    if (pause.isZero()) {
      return this;
    }
    return failures + 1 < PATIENCE
        ? new Rest(pause, failures + 1, until)
        : new Rest(pause, 0, Optional.of(now.plus(pause)));
  }

  /** After a poll that brought something. */
  Rest answered() {
    return none(pause);
  }

  /** Whether nothing is sent now. */
  boolean isOn(Instant now) {
    return until.filter(now::isBefore).isPresent();
  }

  /** Whether it has given nothing since the last pause. */
  boolean isDoubtful() {
    return until.isPresent();
  }
}
