package givbridge.simulator;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * Energy counters in Wh. Totals never fall; the counters of today are those of one date of the
 * inverter's own clock.
 *
 * @param day the date whose counters these are
 * @param today since that date began
 * @param total since ever
 */
record Ledger(LocalDate day, Map<Flow, Double> today, Map<Flow, Double> total) {

  private static final double SECONDS_PER_HOUR = 3600;

  Ledger {
    today = Map.copyOf(today);
    total = Map.copyOf(total);
  }

  /**
   * Counters that begin now.
   *
   * @param before what the totals hold already, in Wh; missing: 0
   */
  static Ledger starting(LocalDate day, Map<Flow, Double> before) {
    return new Ledger(day, Map.of(), before);
  }

  /** These powers have flowed for some time. */
  Ledger plus(Powers powers, double seconds) {
    Map<Flow, Double> newToday = new EnumMap<>(Flow.class);
    Map<Flow, Double> newTotal = new EnumMap<>(Flow.class);
    for (Flow flow : Flow.values()) {
      double energy = flow.watts(powers) * seconds / SECONDS_PER_HOUR;
      newToday.put(flow, today(flow) + energy);
      newTotal.put(flow, total(flow) + energy);
    }
    return new Ledger(day, newToday, newTotal);
  }

  /** The clock shows this date; if it is another one, the counters of today fall to zero. */
  Ledger on(LocalDate date) {
    return date.equals(day) ? this : new Ledger(date, Map.of(), total);
  }

  /** Wh of today. */
  double today(Flow flow) {
    return today.getOrDefault(flow, 0.0);
  }

  /** Wh since ever. */
  double total(Flow flow) {
    return total.getOrDefault(flow, 0.0);
  }
}
