package givbridge.view;

import givbridge.cleaning.InverterClock;
import givbridge.cleaning.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reading says as a whole, before its values are judged one by one.
 *
 * @param clock the inverter's own clock
 * @param doubted the checks that the reading did not pass, with the time of the first that did not
 * @param refused what they refuse
 * @param paces how fast the charge can move of which checks speak
 */
record Screening(
    InverterClock clock, Map<String, Instant> doubted, List<Check> refused, List<Paced> paces) {
  /** How fast the charge can move of which a check speaks. */
  record Paced(Check check, Pace pace) {}

  /** Whether a leaf belongs to what does not fit together. */
  boolean doubts(Place place) {
    for (Check check : refused) {
      if (check.refuses(place.path())) {
        return true;
      }
    }
    return false;
  }

  /** How fast the charge can move of which a leaf tells; empty: it tells of none, or unknown. */
  Optional<Pace> charge(Place place) {
    for (Paced paced : paces) {
      if (paced.check().refuses(place.path())) {
        return Optional.of(paced.pace());
      }
    }
    return Optional.empty();
  }
}
