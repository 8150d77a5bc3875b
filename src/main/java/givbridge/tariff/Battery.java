package givbridge.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the energy in the battery cost.
 *
 * @param value all of it, money
 * @param perKwh a kWh of it, money
 * @param slot number of the half hour in which it was valued last
 * @param stored energy in the battery then, kWh
 * @param charged lifetime energy charged from the grid side then, kWh
 */
public record Battery(
    BigDecimal value, BigDecimal perKwh, long slot, BigDecimal stored, BigDecimal charged) {
  private static final int MONEY = 2;
  private static final int FINE = 3;

  static Battery first(long slot, Optional<BigDecimal> stored, Optional<BigDecimal> charged) {
    return new Battery(
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        slot,
        stored.orElse(BigDecimal.ZERO),
        charged.orElse(BigDecimal.ZERO));
  }

  /** Values it anew: what was charged costs the present price, what was taken costs the mean. */
  Battery valued(long now, BigDecimal nowStored, BigDecimal nowCharged, BigDecimal price) {
    if (nowStored.compareTo(stored) <= 0) {
      BigDecimal worth = perKwh.multiply(nowStored).setScale(FINE, RoundingMode.HALF_EVEN);
      return new Battery(worth, perKwh, now, nowStored, nowCharged);
    }
    BigDecimal energy = nowCharged.subtract(charged).max(BigDecimal.ZERO);
    BigDecimal cost = energy.multiply(price).setScale(MONEY, RoundingMode.HALF_EVEN);
    BigDecimal worth = value.add(cost).setScale(FINE, RoundingMode.HALF_EVEN);
    return new Battery(
        worth, worth.divide(nowStored, FINE, RoundingMode.HALF_EVEN), now, nowStored, nowCharged);
  }
}
