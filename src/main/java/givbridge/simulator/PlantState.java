package givbridge.simulator;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A plant at one moment.
 *
 * @param at the moment
 * @param clock what the inverter's own clock shows; it knows no time zone and no summer time
 * @param battery what is in the packs
 * @param calibration whether the battery is being calibrated
 * @param powers what flows
 * @param ledger what has flowed
 */
record PlantState(
    Instant at,
    LocalDateTime clock,
    Battery battery,
    Calibration calibration,
    Powers powers,
    Ledger ledger) {

  /** The same with the clock set; if the date changes, the counters of today begin anew. */
  PlantState withClock(LocalDateTime set) {
    return new PlantState(at, set, battery, calibration, powers, ledger.on(set.toLocalDate()));
  }

  /** The same in another stage of calibration. */
  PlantState withCalibration(Calibration stage) {
    return new PlantState(at, clock, battery, stage, powers, ledger);
  }

  /** The same with other powers flowing. */
  PlantState withPowers(Powers other) {
    return new PlantState(at, clock, battery, calibration, other, ledger);
  }
}
