package givbridge.view;

import givbridge.cleaning.Pace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the values of one reading must obey together.
 *
 * @param name its name, unique for each variant of a model
 * @param kind what it demands
 * @param value the row that gives its value
 * @param scale the row that gives the size of what is compared; the value itself if there is none
 * @param margin how far the value may be from 0 in any case; of a charge, how many percent it may
 *     move at once
 * @param share how much of the scale it may be off besides; of a charge, how much further it may
 *     move than the value says
 * @param refuses paths of what is not believed when it does not hold, or moves too fast; one that
 *     ends in {@code *} stands for all that begin so
 */
record Check(
    String name,
    Kind kind,
    TreeRow value,
    TreeRow scale,
    BigDecimal margin,
    BigDecimal share,
    List<String> refuses) {
  /** What a check demands. */
  enum Kind {
    /** Nothing: the value is the inverter's clock, as seconds of its wall time. */
    CLOCK,
    /** The value is near 0; when it is not twice in a row, it is believed. */
    BALANCE,
    /** The value is not 0. */
    NOT_ZERO,
    /** Nothing of the whole: the value is the minutes in which a battery can fill or empty. */
    CHARGE
  }

  /** All of a battery in a minute, as percent an hour. */
  private static final BigDecimal PERCENT_MINUTES = BigDecimal.valueOf(6000);

  Check {
    refuses = List.copyOf(refuses);
  }

  /** Whether the numbers are against it. */
  boolean isBroken(BigDecimal number, BigDecimal size) {
    return switch (kind) {
      case CLOCK, CHARGE -> false;
      case BALANCE -> number.abs().compareTo(size.abs().multiply(share).add(margin)) > 0;
      case NOT_ZERO -> number.signum() == 0;
    };
  }

  /** How fast the charge moves, percent, of a battery that fills or empties in so many minutes. */
  Pace pace(BigDecimal minutes) {
    return new Pace(PERCENT_MINUTES.multiply(share).divide(minutes, 3, RoundingMode.UP), margin);
  }

  /** Whether it speaks of a leaf. */
  boolean refuses(String path) {
    for (String pattern : refuses) {
      boolean all = pattern.endsWith("*");
      if (all
          ? path.startsWith(pattern.substring(0, pattern.length() - 1))
          : path.equals(pattern)) {
        return true;
      }
    }
    return false;
  }
}
