package givbridge.view;

import givbridge.cleaning.InverterClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a reading says as a whole, before its values are judged one by one.
 *
 * @param clock the inverter's own clock
 * @param doubted the checks that the reading did not pass, with the time of the first that did not
 * @param refused what they refuse
 */
record Screening(InverterClock clock, Map<String, Instant> doubted, List<Check> refused) {
  /** Whether a leaf belongs to what does not fit together. */
  boolean doubts(Place place) {
    for (Check check : refused) {
      if (check.refuses(place.path())) {
        return true;
      }
    }
    return false;
  }
}
