package givbridge.joint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one member gives to a sum.
 *
 * @param number exact
 * @param weight in a mean
 * @param day the member's day for which it counts, of a counter of the day
 */
record Part(BigDecimal number, BigDecimal weight, Optional<LocalDate> day) {}
