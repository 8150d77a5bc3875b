package givbridge.tariff;

import java.math.BigDecimal;

/**
 * What was imported under one rate since midnight; kWh. Several spans of a rate on one day add up.
 *
 * @param energy so far
 * @param start the import total from which the energy counts
 * @param before the energy of earlier spans of the day
 */
public record Period(BigDecimal energy, BigDecimal start, BigDecimal before) {
  static Period from(BigDecimal imported) {
    return new Period(BigDecimal.ZERO, imported, BigDecimal.ZERO);
  }

  Period and(BigDecimal more) {
    return new Period(energy.add(more), start, before);
  }

  /** Ends a span. */
  Period ended() {
    return new Period(energy, start, energy);
  }

  /** Begins a span. */
  Period begun(BigDecimal imported) {
    return new Period(energy, imported.subtract(before), before);
  }
}
