package givbridge.plant;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A model, from {@code tables/models.csv}.
 *
 * @param name its name in the tables
 * @param label GivTCP's {@code Invertor_Type}
 * @param phases 1 or 3
 * @param nominalVoltage V, by which the battery's Ah become kWh; empty: unknown
 * @param proven whether a recording of a real unit backs the tables
 */
public record Model(
    String name, String label, int phases, Optional<BigDecimal> nominalVoltage, boolean proven) {}
