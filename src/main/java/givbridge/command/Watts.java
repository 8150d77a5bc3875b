package givbridge.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Watts to the numbers that inverters take.
 *
 * <p>Source: the rule of GivTCP 3.6. What asks for the largest power takes the smallest percent
 * that reaches it, as the vendor's portal does, for the largest percent throttles large batteries
 * and the nearest one lands just short. All else takes the nearest.
 */
final class Watts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Watts() {}

  /** Percent of the capacity; operand 1 is the register with the battery's Ah. */
  static Computed toPercentOfCapacity(int watts, Inputs in) {
    Optional<Integer> largest = in.identity().batteryWatts();
    Optional<BigDecimal> voltage = in.identity().model().nominalVoltage();
    Optional<BigDecimal> charge = in.amount(1).filter(amount -> amount.signum() > 0);
    if (largest.isEmpty()) {
      return new Computed.Missing("the inverter's largest battery power");
    }
    if (voltage.isEmpty() || charge.isEmpty()) {
      return new Computed.Missing("the battery's capacity");
    }
    BigDecimal capacity = charge.get().multiply(voltage.get());
    boolean all = watts >= largest.get();
    int percent =
        BigDecimal.valueOf(all ? largest.get() : watts)
            .multiply(HUNDRED)
            .divide(capacity, 0, all ? RoundingMode.CEILING : RoundingMode.HALF_UP)
            .intValue();
    return Computed.of(Math.min(percent, Limits.writable(in.target()).orElseThrow().max()));
  }
}
