package givbridge.simulator;

/**
 * Panels in series on one roof.
 *
 * @param peakWatts power under full sun from straight ahead; 0: there is no string
 * @param azimuth degrees the roof faces away from south, west positive
 * @param tilt degrees from level
 */
record SolarString(double peakWatts, double azimuth, double tilt) {

  /** The part of full sun that a clear sky gives from all sides, at noon. */
  private static final double DIFFUSE = 0.15;

  /**
   * The power in W.
   *
   * @param clearness 0 under thick cloud .. 1 under a clear sky
   */
  double watts(Sun sun, double clearness) {
    if (sun.up() <= 0) {
      return 0;
    }
    double side = Math.toRadians(azimuth);
    double level = Math.toRadians(tilt);
    double straight =
        Math.sin(level) * (Math.cos(side) * sun.south() - Math.sin(side) * sun.east())
            + Math.cos(level) * sun.up();
    double beam = Math.max(0, straight) * clearness;
    // A low sun has more air to pass; this is near enough to the usual tables of air mass.
    double air = Math.min(1, 3 * sun.up());
    return peakWatts * air * (beam * (1 - DIFFUSE) + DIFFUSE * sun.up());
  }
}
