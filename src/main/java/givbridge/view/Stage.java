package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import java.math.BigDecimal;
import java.util.Optional;

/** What stands between what a formula gives and the value of its leaf. */
@FunctionalInterface
interface Stage {
  /** Believes whatever lies within the bounds of its row. */
  static Stage bounds() {
    return (evaluation, number, derived) -> {
      Optional<BigDecimal> value = Function.numberIn(derived);
      return value.isEmpty()
              || evaluation.planned(number).place().row().cleaning().bounds().contains(value.get())
          ? derived
          : Reading.unknown(Why.OUT_OF_BOUNDS);
    };
  }

  /** A fact of the account of what energy cost. */
  default Reading tariff(Evaluation evaluation, String name) {
    return Reading.unknown(Why.NOT_APPLICABLE);
  }

  /**
   * The value of a leaf.
   *
   * @param number of the leaf
   * @param derived what its formula gives
   */
  Reading settle(Evaluation evaluation, int number, Reading derived);
}
