package givbridge.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets time pass: a benchmark measures what happens in it. */
final class Pause {
  private static final Duration STEP = Duration.ofMillis(5);

  private Pause() {}

  /** Lets this time pass. */
  static void of(Duration time) {
    try {
      boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
      assert !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Waits until something is so.
   *
   * @param what in words, for the error
   * @throws IllegalStateException if it is not in time
   */
  static void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not within " + patience + ": " + what);
      }
      of(STEP);
    }
  }
}
