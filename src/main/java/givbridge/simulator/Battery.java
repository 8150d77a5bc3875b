package givbridge.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Storage units side by side, and what is in them; there may be none.
 *
 * @param capacities Wh of each unit
 * @param stored Wh in each unit, 0..capacity
 */
record Battery(List<Double> capacities, List<Double> stored) {

  /** Part of the energy that survives the way in; the same again on the way out. */
  static final double EFFICIENCY = 0.98;

  private static final double SECONDS_PER_HOUR = 3600;

  /** From this level on the battery's own management lets ever less charge in. */
  private static final double TAPER_FROM = 0.95;

  private static final double TAPER_LEAST = 0.05;

  Battery {
    capacities = List.copyOf(capacities);
    stored = List.copyOf(stored);
  }

  double capacity() {
    return sum(capacities);
  }

  /** How full, 0..1. */
  double level() {
    return capacities.isEmpty() ? 0 : sum(stored) / capacity();
  }

  /** How full one unit is, 0..1. */
  double level(int unit) {
    return stored.get(unit) / capacities.get(unit);
  }

  /** The power that is left of a wish after the limits of the battery and of its levels. */
  double limit(Wish wish, Limits limits, double seconds) {
    double hours = seconds / SECONDS_PER_HOUR;
    double above = Math.max(0, sum(stored) - wish.floor() * capacity());
    double below = Math.max(0, wish.ceiling() * capacity() - sum(stored));
    double most = Math.min(limits.discharge(), above * EFFICIENCY / hours);
    double taper = Math.min(1, (1 - level()) / (1 - TAPER_FROM) + TAPER_LEAST);
    double least = Math.min(limits.charge() * taper, below / EFFICIENCY / hours);
    return Math.max(-least, Math.min(most, wish.watts()));
  }

  /**
   * What the settings allow.
   *
   * @param charge W, positive
   * @param discharge W, positive
   */
  record Limits(double charge, double discharge) {}

  /** How the units share a power, in W, so that their levels come closer to each other. */
  List<Double> shares(double watts) {
    double all = watts > 0 ? sum(stored) : capacity() - sum(stored);
    List<Double> shares = new ArrayList<>(stored.size());
    for (int unit = 0; unit < stored.size(); unit++) {
      double own = watts > 0 ? stored.get(unit) : capacities.get(unit) - stored.get(unit);
      shares.add(all > 0 ? watts * own / all : 0);
    }
    return shares;
  }

  /** The battery after each unit had such a power for some time. */
  Battery after(List<Double> watts, double seconds) {
    double hours = seconds / SECONDS_PER_HOUR;
    List<Double> next = new ArrayList<>(stored.size());
    for (int unit = 0; unit < stored.size(); unit++) {
      double out = watts.get(unit) * hours;
      double left = stored.get(unit) - (out > 0 ? out / EFFICIENCY : out * EFFICIENCY);
      next.add(Math.max(0, Math.min(capacities.get(unit), left)));
    }
    return new Battery(capacities, next);
  }

  private static double sum(List<Double> numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
