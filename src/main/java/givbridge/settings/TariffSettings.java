package givbridge.settings;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * What energy costs.
 *
 * @param dynamic a command switches between day and night rate, not the clock
 * @param day price of a kWh at the day rate
 * @param night price of a kWh at the night rate
 * @param export price of an exported kWh
 * @param dayStart when the day rate begins
 * @param nightStart when the night rate begins
 */
public record TariffSettings(
    boolean dynamic,
    BigDecimal day,
    BigDecimal night,
    BigDecimal export,
    LocalTime dayStart,
    LocalTime nightStart) {}
