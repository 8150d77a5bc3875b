package givbridge.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The registers of a recorded plant, and what two independent decoders made of them.
 *
 * @param name of the recording
 * @param typeCode device type code
 * @param arm ARM firmware number, 0 if unknown
 * @param model as the decoders named it
 * @param banks words by device address, bank and register
 * @param decoded values by map, device address and name
 * @param library values that another library gives, in the same way; none where the registers are
 *     not those that it was given
 */
public record Golden(
    String name,
    String typeCode,
    int arm,
    String model,
    Map<Integer, Map<Bank, Map<Integer, Integer>>> banks,
    Map<String, Map<Integer, JsonNode>> decoded,
    Map<String, Map<Integer, JsonNode>> library) {

  /** The recordings that the project keeps. */
  public static final Path OWN = Path.of("src/test/resources/golden");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  public static Golden gen1() {
    return read(OWN.resolve("hybrid_gen1_arm449_oddities_excerpt.json"));
  }

  public static Golden gen2() {
    return read(OWN.resolve("hybrid_gen2_arm920_60s.json"));
  }

  public static Golden ac() {
    return read(OWN.resolve("ac_arm282_1x_givbat512gen3_30min.json"));
  }

  /** Every recording of a folder. */
  public static List<Golden> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Golden::read)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + folder, e);
    }
  }

  /** One recording. */
  public static Golden read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      JsonNode identity = json.get("identity");
      return new Golden(
          file.getFileName().toString(),
          identity.get("device_type_code").asText(),
          identity.get("arm_firmware").asInt(0),
          identity.get("model").asText(),
          banks(json.get("banks")),
          decoded(json.get("map_decoded")),
          library(json.path("decoded")));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /** The words of one device. */
  public Words words(int address) {
    Map<Bank, Map<Integer, Integer>> device = banks.getOrDefault(address, Map.of());
    return (bank, register) ->
        device.getOrDefault(bank, Map.of()).getOrDefault(register, Words.UNKNOWN);
  }

  private static Map<Integer, Map<Bank, Map<Integer, Integer>>> banks(JsonNode json) {
    Map<Integer, Map<Bank, Map<Integer, Integer>>> banks = new TreeMap<>();
    json.fields()
        .forEachRemaining(
            device -> {
              Map<Bank, Map<Integer, Integer>> of = new HashMap<>();
              device
                  .getValue()
                  .fields()
                  .forEachRemaining(
                      bank -> of.put(Bank.valueOf(bank.getKey()), words(bank.getValue())));
              banks.put(Integer.decode(device.getKey()), of);
            });
    return banks;
  }

  private static Map<Integer, Integer> words(JsonNode json) {
    Map<Integer, Integer> words = new HashMap<>();
    json.fields()
        .forEachRemaining(
            word -> words.put(Integer.parseInt(word.getKey()), word.getValue().asInt()));
    return words;
  }

  private static Map<String, Map<Integer, JsonNode>> decoded(JsonNode json) {
    Map<String, Map<Integer, JsonNode>> decoded = new TreeMap<>();
    json.fields()
        .forEachRemaining(
            map -> {
              Map<Integer, JsonNode> of = new TreeMap<>();
              map.getValue()
                  .fields()
                  .forEachRemaining(
                      device -> of.put(Integer.decode(device.getKey()), device.getValue()));
              decoded.put(map.getKey(), of);
            });
    return decoded;
  }

  /** There the values stand by kind of device and address, and name their map. */
  private static Map<String, Map<Integer, JsonNode>> library(JsonNode json) {
    Map<String, Map<Integer, JsonNode>> library = new TreeMap<>();
    for (JsonNode kind : json) {
      kind.fields()
          .forEachRemaining(
              device ->
                  library
                      .computeIfAbsent(
                          device.getValue().get("table").asText(), map -> new TreeMap<>())
                      .put(Integer.decode(device.getKey()), device.getValue().get("values")));
    }
    return library;
  }

  @Override
  public String toString() {
    return name;
  }
}
