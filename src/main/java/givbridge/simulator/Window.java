package givbridge.simulator;

import java.time.LocalTime;

/**
 * A time slot of a schedule.
 *
 * @param start when it begins
 * @param end when it ends; before the start: on the next day; the same: the slot is not set
 * @param targetPercent battery level at which it has done its work; 0: it has none of its own
 */
record Window(LocalTime start, LocalTime end, int targetPercent) {

  boolean isSet() {
    return !start.equals(end);
  }

  /** Whether the time lies within; the end does not. */
  boolean contains(LocalTime time) {
    boolean afterStart = !time.isBefore(start);
    boolean beforeEnd = time.isBefore(end);
    return isSet() && (start.isBefore(end) ? afterStart && beforeEnd : afterStart || beforeEnd);
  }
}
