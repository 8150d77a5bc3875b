package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.testing.Golden;
import givbridge.testing.ShippedTables;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Registers of recorded plants, decoded with the shipped maps as two independent decoders did. More
 * recordings are looked for in the folder that the system property {@code givbridge.golden} names;
 * without it those tests are skipped.
 */
class GoldenDecodeTest {
  private static final Path ALL =
      Path.of(System.getProperty("givbridge.golden", "../shared/reference/golden"));
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

  private final PlantTables tables = ShippedTables.plants();
  private final Map<String, RegisterMap> maps = new HashMap<>();

  GoldenDecodeTest() {
    ShippedTables.maps().forEach(map -> maps.put(map.name(), map));
  }

  @TestFactory
  List<DynamicTest> theProjectsOwnRecordingsDecodeExactly() {
    return tests(Golden.OWN);
  }

  @TestFactory
  List<DynamicTest> everyFurtherRecordingOfAKnownModelDecodesExactly() {
    assumeTrue(Files.isDirectory(ALL), "no folder of expected values at " + ALL);
    return tests(ALL);
  }

  @Test
  void theProjectsOwnRecordingsAreOfEveryRecordedModel() {
    assertThat(Golden.in(Golden.OWN))
        .extracting(Golden::model)
        .containsExactlyInAnyOrder(
            "AC",
            "HYBRID_GEN1",
            "HYBRID_GEN2",
            "ALL_IN_ONE",
            "HYBRID_HV_GEN3",
            "HYBRID_3PH",
            "GATEWAY",
            "EMS");
  }

  private List<DynamicTest> tests(Path folder) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Golden golden : Golden.in(folder)) {
      Identity identity = identity(golden);
      if (identity.can("known")) {
        tests.add(DynamicTest.dynamicTest(golden.name(), () -> compare(golden, identity)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private Identity identity(Golden golden) {
    return tables
        .models()
        .identify("AA0000A000", golden.typeCode(), golden.arm(), Optional.empty());
  }

  private void compare(Golden golden, Identity identity) {
    assertThat(identity.model().name()).isEqualTo(golden.model());
    golden
        .decoded()
        .forEach(
            (map, devices) ->
                devices.forEach(
                    (address, expected) ->
                        assertThat(
                                differences(
                                    expected(map, expected),
                                    decode(golden, identity, MAPS.getOrDefault(map, map), address)))
                            .as("%s at 0x%x", map, address)
                            .isEmpty()));
  }

  /** The values that are not the same, as name: expected, decoded. */
  private static Map<String, String> differences(
      Map<String, Object> expected, Map<String, Object> decoded) {
    Map<String, String> differences = new TreeMap<>();
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(decoded.keySet());
    for (String name : names) {
      Object should = expected.getOrDefault(name, "no such row");
      Object is = decoded.getOrDefault(name, "no such row");
      if (!should.equals(is)) {
        differences.put(name, should + ", " + is);
      }
    }
    return differences;
  }

  private static Map<String, Object> expected(String map, JsonNode json) {
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
      return "unknown";
    } else if (value.isNumber()) {
      return plain(value.decimalValue());
    } else if (value.isObject()) {
      return value.get("start").asText() + "-" + value.get("end").asText();
    } else if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
    }
    return value.isBoolean() ? value.asBoolean() : value.asText();
  }

  private Map<String, Object> decode(Golden golden, Identity identity, String map, int address) {
    Map<String, Object> values = new HashMap<>();
    for (RegisterRow row :
        maps.get(map).forTraits(ModelTables.traitsAt(identity, address)).rows()) {
      Reading reading = Decoder.decode(row, golden.words(address), Instant.EPOCH);
      if (!reading.equals(Reading.unknown(Reading.Why.NEVER_READ))) {
        values.put(row.name(), reading.known().map(v -> shown(row, v)).orElse("unknown"));
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
