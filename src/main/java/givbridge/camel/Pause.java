package givbridge.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/** Whether one inverter is left alone now, for those who ask it and those who wait for it. */
final class Pause {
  private static final long WAIT_MILLIS = 200;

  private final Clock clock;
  private Rest rest;

  /**
   * A pause that has not begun.
   *
   * @param length how long it lasts; zero: there is none
   */
  Pause(Duration length, Clock clock) {
    this.clock = clock;
    this.rest = Rest.none(length);
  }

  /** Whether nothing is sent now. */
  synchronized boolean isOn() {
    return rest.isOn(clock.instant());
  }

  /** Why nothing is sent, in words. */
  synchronized String why() {
    return "the data adapter gave nothing and is left alone until "
        + rest.until()
            .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
            .orElse("it answers");
  }

  /** A poll brought something. */
  synchronized void answered() {
    rest = rest.answered();
    notifyAll();
  }

  /** A poll brought nothing. */
  synchronized void failed() {
    rest = rest.failed(clock.instant());
  }

  /**
   * Waits until the inverter answers again after it was left alone.
   *
   * @param enough whether nobody wants to wait any longer; asked several times a second
   * @return whether it has answered
   */
  synchronized boolean awaitAnswer(BooleanSupplier enough) throws InterruptedException {
    while (rest.isDoubtful()) {
      if (enough.getAsBoolean()) {
        return false;
      }
      wait(WAIT_MILLIS);
    }
    return true;
  }
}
