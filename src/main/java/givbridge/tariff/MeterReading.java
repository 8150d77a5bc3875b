package givbridge.tariff;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the tariff needs of one reading of a plant; energies in kWh.
 *
 * @param wall what the inverter's clock showed
 * @param imported energy imported in the plant's life
 * @param importedToday energy imported since the inverter's midnight
 * @param charged energy in its life that charged the battery from the grid side
 * @param stored energy in the battery
 */
public record MeterReading(
    LocalDateTime wall,
    BigDecimal imported,
    Optional<BigDecimal> importedToday,
    Optional<BigDecimal> charged,
    Optional<BigDecimal> stored) {}
