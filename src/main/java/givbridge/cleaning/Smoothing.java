package givbridge.cleaning;

import java.math.BigDecimal;

/** How large a jump must be to be doubted: GivTCP's levels. */
public enum Smoothing {
  /** No jump is doubted. */
  NONE(0, "0"),
  /** Jumps of more than 7000 W, or half of the value before. */
  LOW(7000, "0.50"),
  /** Jumps of more than 5000 W, or 35 % of the value before. */
  MEDIUM(5000, "0.35"),
  /** Jumps of more than 1000 W, or a quarter of the value before. */
  HIGH(1000, "0.25");

  private final BigDecimal watts;
  private final BigDecimal share;

  Smoothing(int watts, String share) {
    this.watts = BigDecimal.valueOf(watts);
    this.share = new BigDecimal(share);
  }

  /** Whether a power moves too far, in W. */
  boolean doubtsPower(BigDecimal before, BigDecimal now) {
    return this != NONE && now.subtract(before).abs().compareTo(watts) > 0;
  }

  /** Whether a quantity moves by too large a part of itself; moves below 1 are never doubted. */
  boolean doubtsShare(BigDecimal before, BigDecimal now) {
    BigDecimal move = now.subtract(before).abs();
    return this != NONE
        && before.signum() != 0
        && move.compareTo(BigDecimal.ONE) >= 0
        && move.compareTo(before.abs().multiply(share)) > 0;
  }
}
