package givbridge.simulator;

/** Chance that is the same for the same seed: a hash in place of a sequence, so it has no state. */
final class Noise {

  private static final double STEPS = 0x1.0p53;

  private Noise() {}

  /** A number in [0, 1) for a place in a table of chances. */
  static double at(long seed, long row, long column) {
    long mixed = mix(mix(mix(seed) + row) + column);
    return (mixed >>> 11) / STEPS;
  }

  /** A number in [0, 1] that moves without jumps along a line; whole positions are independent. */
  static double along(long seed, long row, double position) {
    long before = (long) Math.floor(position);
    double part = position - before;
    return at(seed, row, before) * (1 - part) + at(seed, row, before + 1) * part;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
