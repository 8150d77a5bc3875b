package givbridge.simulator;

import java.time.Instant;
import java.time.ZoneId;

/** What a plant cannot change: the sky above it and the people in it, at any time. */
interface Surroundings {

  /** Power that a string could give, in W. */
  double solar(SolarString string, Instant at);

  /** Power that the house takes, in W. */
  double load(Instant at);

  /** A house in the middle of England; the same seed gives the same weather and habits. */
  static Surroundings england(House house, long seed) {
    return new England(house, seed);
  }

  /** See {@link #england}. */
  record England(House house, long seed) implements Surroundings {

    private static final double LATITUDE = 52.5;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final double CLOUD_SECONDS = 600;
    private static final double WEATHER_SECONDS = 36_000;
    private static final double DARKEST = 0.1;

    @Override
    public double solar(SolarString string, Instant at) {
      return string.watts(Sun.over(LATITUDE, at), clearness(at));
    }

    @Override
    public double load(Instant at) {
      return house.watts(seed, at.atZone(ZONE));
    }

    /** Weather changes over hours, clouds pass over minutes. */
    private double clearness(Instant at) {
      double weather = Noise.along(seed, -1, at.getEpochSecond() / WEATHER_SECONDS);
      double cloud = Noise.along(seed, -2, at.getEpochSecond() / CLOUD_SECONDS);
      return DARKEST + (1 - DARKEST) * Math.min(1, weather * (0.5 + cloud));
    }
  }
}
