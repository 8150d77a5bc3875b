package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.util.Optional;

/** The one stage between what a formula gives and what is published. */
final class Cleaning {
  private Cleaning() {}

  /**
   * The reading if its leaf's rule believes it.
   *
   * @param shown what the leaf showed before
   */
  static Reading clean(CleaningRule rule, Reading reading, Optional<Reading.Known> shown) {
    Optional<BigDecimal> number = reading.known().flatMap(Function::number);
    if (number.isEmpty()) {
      return reading;
    }
    if (!rule.bounds().contains(number.get())) {
      return Reading.unknown(Why.OUT_OF_BOUNDS);
    }
    boolean suddenZero =
        rule.zero() == CleaningRule.Zero.REJECTED
            && number.get().signum() == 0
            && shown.filter(known -> !Function.isZero(known)).isPresent();
    return suddenZero ? Reading.unknown(Why.REFUSED) : reading;
  }
}
