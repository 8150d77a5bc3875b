package givbridge.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Measured values, and what is said of them. */
final class Samples {
  private static final double NANOS_IN_A_MILLISECOND = 1e6;

  private final double[] sorted;
  private final String unit;

  private Samples(double[] sorted, String unit) {
    this.sorted = sorted;
    this.unit = unit;
  }

  /**
   * Values in this unit.
   *
   * @throws IllegalStateException if there are none
   */
  static Samples of(String unit, double... values) {
    if (values.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Samples(sorted, unit);
  }

  /** Durations in nanoseconds, shown in milliseconds. */
  static Samples ofNanos(Collection<Long> nanos) {
    return of("ms", nanos.stream().mapToDouble(it -> it / NANOS_IN_A_MILLISECOND).toArray());
  }

  /** Durations in nanoseconds that are parts of others, shown in milliseconds. */
  static <T> Samples ofNanos(Collection<T> courses, ToLongFunction<T> part) {
    return ofNanos(courses.stream().map(part::applyAsLong).toList());
  }

  /** The value below which this share of all values lies. */
  double quantile(double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, Math.min(rank, sorted.length - 1))];
  }

  double median() {
    return quantile(0.5);
  }

  /** Median, 95th percentile, range and number. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f %s; p95 %.1f, %.1f..%.1f, n = %d",
        median(),
        unit,
        quantile(0.95),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
