package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** What is known without reading a register, under names that formulas and commands use. */
  Map<String, Reading> facts() {
    Map<String, Reading> facts = new HashMap<>();
    put(facts, "serial", Optional.of(new Value.Text(serial)));
    put(facts, "model_label", Optional.of(new Value.Text(model.label())));
    put(facts, "phases", Optional.of(Value.Amount.of(model.phases())));
    put(facts, "rated_power", ratedWatts.map(Value.Amount::of));
    put(facts, "battery_max_power", batteryWatts.map(Value.Amount::of));
    put(facts, "nominal_voltage", model.nominalVoltage().map(Identity::amount));
    return facts;
  }

  private static Value amount(BigDecimal number) {
    return new Value.Amount(number);
  }

  private static void put(
      Map<String, Reading> facts, String name, Optional<? extends Value> value) {
    facts.put(
        name,
        value
            .<Reading>map(known -> new Reading.Known(known, Instant.EPOCH))
            .orElse(Reading.unknown(Reading.Why.NOT_APPLICABLE)));
  }
}
