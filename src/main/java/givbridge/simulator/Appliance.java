package givbridge.simulator;

/**
 * Something that runs at most once a day.
 *
 * @param watts power while it runs
 * @param minutes how long it runs
 * @param earliest minute of the day at which it starts at the earliest
 * @param latest minute of the day at which it starts at the latest
 * @param chance part of the days on which it runs, 0..1
 */
record Appliance(double watts, int minutes, int earliest, int latest, double chance) {

  /**
   * The power in W.
   *
   * @param seed this appliance's own
   */
  double watts(long seed, long day, double minuteOfDay) {
    double start = earliest + (latest - earliest) * Noise.at(seed, day, 0);
    boolean runs = Noise.at(seed, day, 1) < chance;
    return runs && minuteOfDay >= start && minuteOfDay < start + minutes ? watts : 0;
  }
}
