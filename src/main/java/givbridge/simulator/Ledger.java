package givbridge.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Energy counters in Wh. Totals never fall; the counters of today are those of one date of the
 * inverter's own clock.
 *
 * @param day the date whose counters these are
 * @param today since that date began
 * @param total since ever
 */
record Ledger(LocalDate day, Energies today, Energies total) {

  /**
   * Counters that begin now.
   *
   * @param before what the totals hold already, in Wh; missing: 0
   * @param capacities of the storage units, in Wh
   */
  static Ledger starting(LocalDate day, Map<Flow, Double> before, List<Double> capacities) {
    return new Ledger(day, Energies.none(capacities.size()), Energies.of(before, capacities));
  }

  /** These powers have flowed for some time. */
  Ledger plus(Powers powers, double seconds) {
    return new Ledger(day, today.plus(powers, seconds), total.plus(powers, seconds));
  }

  /** The clock shows this date; if it is another one, the counters of today fall to zero. */
  Ledger on(LocalDate date) {
    return date.equals(day) ? this : new Ledger(date, Energies.none(total.charged().size()), total);
  }

  /** Wh of today. */
  double today(Flow flow) {
    return today.of(flow);
  }

  /** Wh since ever. */
  double total(Flow flow) {
    return total.of(flow);
  }
}
