package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which inverter this is.
 *
 * @param serial ten characters A-Z 0-9
 * @param typeCode device type code, four hex digits
 * @param arm ARM firmware number
 * @param model the model that the two give
 * @param traits the model's name and all that it can do
 * @param ratedWatts rated AC power, W; empty: unknown
 * @param batteryWatts largest battery power, W; empty: unknown
 */
public record Identity(
    String serial,
    String typeCode,
    int arm,
    Model model,
    Set<String> traits,
    Optional<Integer> ratedWatts,
    Optional<Integer> batteryWatts) {
  public Identity {
    traits = Set.copyOf(traits);
  }

  /** Whether the inverter can do what the trait says. */
  public boolean can(String trait) {
    return traits.contains(trait);
  }

  /** The same inverter, able to do other things. */
  Identity with(Set<String> others) {
    return new Identity(serial, typeCode, arm, model, others, ratedWatts, batteryWatts);
  }

  /**
   * What is known without reading a register, under a name that formulas and commands use; null for
   * any other name.
   */
  @Nullable Reading fact(String name) {
    return switch (name) {
      case "serial" -> known(new Value.Text(serial));
      case "model_label" -> known(new Value.Text(model.label()));
      case "phases" -> known(Value.Amount.of(model.phases()));
      case "rated_power" -> amount(ratedWatts.map(BigDecimal::valueOf));
      case "battery_max_power" -> amount(batteryWatts.map(BigDecimal::valueOf));
      case "nominal_voltage" -> amount(model.nominalVoltage());
      default -> null;
    };
  }

  private static Reading amount(Optional<BigDecimal> number) {
    return number.isPresent()
        ? known(new Value.Amount(number.get()))
        : Reading.unknown(Reading.Why.NOT_APPLICABLE);
  }

  private static Reading known(Value value) {
    return new Reading.Known(value, Instant.EPOCH);
  }
}
