package givbridge.simulator;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * What the people of a house use.
 *
 * @param hourly base load in W at each full hour of the day, 24 numbers; between them it moves
 *     evenly
 * @param appliances what comes on top
 */
record House(List<Double> hourly, List<Appliance> appliances) {

  private static final double FLICKER = 0.15;

  House {
    hourly = List.copyOf(hourly);
    appliances = List.copyOf(appliances);
  }

  /** The load in W, by the clock on the kitchen wall. */
  double watts(long seed, ZonedDateTime wall) {
    double minute = wall.toLocalTime().toSecondOfDay() / 60.0;
    long day = wall.toLocalDate().toEpochDay();
    int hour = wall.getHour();
    double part = minute / 60 - hour;
    double base = hourly.get(hour) * (1 - part) + hourly.get((hour + 1) % hourly.size()) * part;
    double flicker = 1 + FLICKER * (2 * Noise.along(seed, day, minute) - 1);
    double load = base * flicker;
    for (int i = 0; i < appliances.size(); i++) {
      load += appliances.get(i).watts(seed + i + 1, day, minute);
    }
    return load;
  }
}
