package givbridge.simulator;

import java.time.Duration;

/**
 * Under what a living plant is run.
 *
 * @param surroundings sky and house
 * @param slice longest time for which powers are taken as constant
 * @param clock who sets the inverter's clock
 * @param seed of the small movements
 */
record Conditions(Surroundings surroundings, Duration slice, ClockKeeping clock, long seed) {

  /** As a real plant would be: nobody sets its clock. */
  static Conditions usual(Surroundings surroundings, long seed) {
    return new Conditions(surroundings, PlantModel.FINE, ClockKeeping.LEFT_ALONE, seed);
  }
}
