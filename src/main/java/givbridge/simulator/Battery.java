package givbridge.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs side by side, and what is in them.
 *
 * @param capacities Wh of each pack
 * @param stored Wh in each pack, 0..capacity
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
    return sum(stored) / capacity();
  }

  /** How full one pack is, 0..1. */
  double level(int pack) {
    return stored.get(pack) / capacities.get(pack);
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

  /**
   * The battery after this power has flowed for some time; the packs share it so that they come
   * closer to each other.
   */
  Battery after(double watts, double seconds) {
    double hours = seconds / SECONDS_PER_HOUR;
    double change = watts > 0 ? -watts * hours / EFFICIENCY : -watts * hours * EFFICIENCY;
    double all = change < 0 ? sum(stored) : capacity() - sum(stored);
    List<Double> next = new ArrayList<>();
    for (int pack = 0; pack < stored.size(); pack++) {
      double own = change < 0 ? stored.get(pack) : capacities.get(pack) - stored.get(pack);
      double share = all > 0 ? change * own / all : 0;
      next.add(Math.max(0, Math.min(capacities.get(pack), stored.get(pack) + share)));
    }
    return new Battery(capacities, next);
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }
}
