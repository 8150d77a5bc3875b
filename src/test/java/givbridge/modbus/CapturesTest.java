package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.Frame.Stray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole recordings of real dongles. The full set is looked for in the folder that the system
 * property {@code givbridge.captures} names, and the counts to expect, one JSON file a recording,
 * in that of {@code givbridge.golden}; without them those tests are skipped.
 */
class CapturesTest {

  private static final Path ALL = Path.of(System.getProperty("givbridge.captures", "absent"));
  private static final Path EXPECTED = Path.of(System.getProperty("givbridge.golden", "absent"));

  @Test
  void aPollOfASecondGenerationHybridIsAllReplies() {
    assertThat(counts(Captures.OWN.resolve("hybrid_gen2_arm920_60s.log"), "rx"))
        .isEqualTo(Map.of("reply", 14));
  }

  @Test
  void theOdditiesOfAFirstGenerationHybridAreNamed() {
    assertThat(counts(Captures.OWN.resolve("hybrid_gen1_arm449_oddities_excerpt.log"), "rx"))
        .isEqualTo(
            Map.of("reply", 50, "refusal", 2, "heartbeat", 1, "null-response", 1, "bad-crc", 10));
  }

  @Test
  void theTextBroadcastsOfAnAcCoupledUnitAreNamed() {
    assertThat(counts(Captures.OWN.resolve("ac_arm282_head.log"), "rx"))
        .containsEntry("lan-config", 1)
        .doesNotContainKeys("bad-crc", "junk-bytes", "unknown-function");
  }

  @TestFactory
  List<DynamicTest> everyRecordingHasTheFramesThatAnIndependentDecoderCounted() {
    if (!Files.isDirectory(ALL)) {
      // As a test of its own, since a skipped factory does not show in the report.
      return List.of(
          DynamicTest.dynamicTest(
              "the full set of recordings",
              () -> assumeTrue(false, "givbridge.captures names no folder of recordings")));
    }
    return Captures.in(ALL).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)))
        .toList();
  }

  private static void compare(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("\\.(log|txt)$", ".json");
    Path expected = EXPECTED.resolve(name);
    assumeTrue(Files.exists(expected), "no expected counts for " + name);
    JsonNode frames = new ObjectMapper().readTree(Files.readString(expected)).get("frames");
    JsonNode rx = frames.get("rx");
    Map<String, Integer> came = counts(file, "rx");
    Map<String, Integer> sent = counts(file, "tx");

    assertThat(of(came, "heartbeat")).isEqualTo(rx.get("heartbeat_request").asInt());
    assertThat(of(came, "refusal")).isEqualTo(rx.get("error_response").asInt());
    assertThat(of(came, "null-response")).isEqualTo(rx.get("null_response").asInt());
    assertThat(of(came, "lan-config")).isEqualTo(rx.get("lan_config_broadcast").asInt());
    assertThat(of(came, "bad-crc") + of(came, "null-response"))
        .isEqualTo(rx.get("invalid_crc").asInt());
    assertThat(of(came, "reply") + of(came, "bad-crc"))
        .isEqualTo(rx.get("read_response").asInt() + rx.get("write_response").asInt());
    assertThat(came.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(rx.get("total").asInt());
    assertThat(of(sent, "request")).isEqualTo(frames.get("tx").get("read_request").asInt());
    assertThat(of(sent, "heartbeat")).isEqualTo(frames.get("tx").get("heartbeat_response").asInt());
  }

  private static int of(Map<String, Integer> counts, String name) {
    return counts.getOrDefault(name, 0);
  }

  private static Map<String, Integer> counts(Path file, String direction) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Frame frame : Captures.frames(file, direction)) {
      counts.merge(name(frame), 1, Integer::sum);
    }
    return new HashMap<>(counts);
  }

  private static String name(Frame frame) {
    if (frame instanceof Heartbeat) {
      return "heartbeat";
    } else if (frame instanceof Reply) {
      return "reply";
    } else if (frame instanceof Refusal) {
      return "refusal";
    } else if (frame instanceof Request) {
      return "request";
    }
    return ((Stray) frame).kind().metricName();
  }
}
