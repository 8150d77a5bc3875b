package givbridge.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the values of one reading must obey together.
 *
 * @param name its name, unique for each variant of a model
 * @param kind what it demands
 * @param value the row that gives its value
 * @param scale the row that gives the size of what is compared; the value itself if there is none
 * @param margin how far the value may be from 0 in any case
 * @param share how much of the scale it may be off besides
 * @param refuses paths of what is not believed when it does not hold; one that ends in {@code *}
 *     stands for all that begin so
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
    NOT_ZERO
  }

  Check {
    refuses = List.copyOf(refuses);
  }

  /** Whether the numbers are against it. */
  boolean isBroken(BigDecimal number, BigDecimal size) {
    return switch (kind) {
      case CLOCK -> false;
      case BALANCE -> number.abs().compareTo(size.abs().multiply(share).add(margin)) > 0;
      case NOT_ZERO -> number.signum() == 0;
    };
  }

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
