package givbridge.command;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers that are published of one inverter. What they are derived from differs by model; what
 * commands are limited to and calculated with is what the user sees.
 */
@FunctionalInterface
public interface Shown {
  /** Of an inverter of which nothing is published yet. */
  Shown NOTHING = path -> Optional.empty();

  /** The number of a leaf, if it has one now. */
  Optional<BigDecimal> number(String path);
}
