package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;

/** What stands between what a formula gives and the value of its leaf. */
@FunctionalInterface
interface Stage {
  /** Believes whatever lies within the bounds of its row. */
  static Stage bounds() {
    return (evaluation, planned, derived) -> {
      boolean within =
          derived
              .known()
              .flatMap(Function::number)
              .map(planned.place().row().cleaning().bounds()::contains)
              .orElse(true);
      return within ? derived : Reading.unknown(Why.OUT_OF_BOUNDS);
    };
  }

  /** A fact of the account of what energy cost. */
  default Reading tariff(Evaluation evaluation, String name) {
    return Reading.unknown(Why.NOT_APPLICABLE);
  }

  /**
   * The value of a leaf.
   *
   * @param derived what its formula gives
   */
  Reading settle(Evaluation evaluation, Planned planned, Reading derived);
}
