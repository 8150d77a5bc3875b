package givbridge.registers;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.testing.Golden;
import givbridge.testing.ShippedTables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Values of a recorded plant's registers, as others decoded them and as this project does. */
final class GoldenValues {
  /** What stands for a value that the registers do not give. */
  static final String UNKNOWN = "unknown";

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

  /** Registers 31 and 32 are no time slot, so that the name went to those that are. */
  private static final Map<String, String> OURS =
      Map.of(
          "charge_slot_2", "charge_slot_2_legacy",
          "charge_slot_2_start", "charge_slot_2_start_legacy",
          "charge_slot_2_end", "charge_slot_2_end_legacy",
          "charge_slot_2_x", "charge_slot_2",
          "charge_slot_2_x_start", "charge_slot_2_start",
          "charge_slot_2_x_end", "charge_slot_2_end");

  /** Maps in which those names went elsewhere. */
  private static final Set<String> RENAMED = Set.of("inverter-single-phase", "gateway");

  /** Both kinds of module have one map here. */
  private static final Map<String, String> MAPS = Map.of("battery-aio", "battery-hv-bmu");

  private final Map<String, RegisterMap> maps = new HashMap<>();

  GoldenValues() {
    ShippedTables.maps().forEach(map -> maps.put(map.name(), map));
  }

  /** Whose registers they are. */
  static Identity identity(Golden golden) {
    return ShippedTables.plants()
        .models()
        .identify("AA0000A000", golden.typeCode(), golden.arm(), Optional.empty());
  }

  /** Values by name, as another decoder gave them, under the names that they have here. */
  static Map<String, Object> expected(String map, JsonNode json) {
    Map<String, Object> values = new HashMap<>();
    json.fields()
        .forEachRemaining(
            field ->
                values.put(
                    RENAMED.contains(map)
                        ? OURS.getOrDefault(field.getKey(), field.getKey())
                        : field.getKey(),
                    expectedOf(field.getValue())));
    return values;
  }

  private static Object expectedOf(JsonNode value) {
    if (value.isNull()) {
      return UNKNOWN;
    } else if (value.isNumber()) {
      return plain(value.decimalValue());
    } else if (value.isObject()) {
      return value.get("start").asText() + "-" + value.get("end").asText();
    } else if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
    }
    return value.isBoolean() ? value.asBoolean() : value.asText();
  }

  /** Values by name, of the registers that were recorded. */
  Map<String, Object> decode(Golden golden, Identity identity, String map, int address) {
    Map<String, Object> values = new HashMap<>();
    for (RegisterRow row :
        maps.get(MAPS.getOrDefault(map, map))
            .forTraits(ModelTables.traitsAt(identity, address))
            .rows()) {
      Reading reading = Decoder.decode(row, golden.words(address), Instant.EPOCH);
      if (!reading.equals(Reading.unknown(Reading.Why.NEVER_READ))) {
        values.put(row.name(), reading.known().map(v -> shown(row, v)).orElse(UNKNOWN));
      }
    }
    return values;
  }

  private static Object shown(RegisterRow row, Value value) {
    if (value instanceof Value.Amount amount) {
      return plain(amount.number());
    } else if (value instanceof Value.Flag flag) {
      return flag.on();
    } else if (value instanceof Value.Code code) {
      return code.name();
    } else if (value instanceof Value.Slot slot) {
      return slot.start() + "-" + slot.end();
    } else if (value instanceof Value.TimeOfDay time) {
      return time.time().toString();
    } else if (value instanceof Value.Moment moment) {
      return MOMENT.format(moment.at());
    } else if (value instanceof Value.Flags flags) {
      return flags.names();
    }
    return ((Value.Text) value).text();
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
