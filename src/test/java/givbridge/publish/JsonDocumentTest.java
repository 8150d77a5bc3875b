package givbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.view.Leaf;
import givbridge.view.RecordedPlant;
import givbridge.view.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
  private final ObjectMapper mapper = new ObjectMapper();

  private static List<Leaf> stats(RecordedPlant plant, int secondsLater) {
    return plant
        .tree()
        .stats(
            Optional.of(plant.snapshot()),
            RecordedPlant.context(RecordedPlant.READ.plusSeconds(secondsLater)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-gen1", "hybrid-gen2", "ac"})
  void keysAreSortedOnEveryLevel(String name) throws IOException {
    RecordedPlant plant = RecordedPlant.of(name);
    assertSorted(mapper.readTree(JsonDocument.of(plant.view()).bytes(stats(plant, 2))));
  }

  private static void assertSorted(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    assertThat(keys).isSorted();
    node.forEach(JsonDocumentTest::assertSorted);
  }

  @Test
  void itIsIndentedByFourSpacesWithEmptyObjectsOnOneLine() {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen1");
    String text =
        new String(JsonDocument.of(plant.view()).bytes(stats(plant, 2)), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("{\n    \"Battery_Details\": {\n        \"Battery_Stack_1\": {\n")
        .contains("    \"Meter_Details\": {},\n    \"Power\": {\n        \"Flows\": {\n")
        .contains("            \"PV_Power\": 609,\n")
        .contains("        \"Battery_Capacity_kWh\": 17.7152,\n")
        .contains("                \"end\": \"05:30\",\n                \"start\": \"23:30\"\n")
        .contains("    },\n    \"Stats\": {\n        \"Data_Age\": 2.0,\n")
        .endsWith("    }\n}");
  }

  @Test
  void theClockChangesOnlyItsOwnSection() throws IOException {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
    JsonDocument document = JsonDocument.of(plant.view());
    JsonNode early = mapper.readTree(document.bytes(stats(plant, 2)));
    JsonNode late = mapper.readTree(document.bytes(stats(plant, 200)));
    assertThat(early.path("Stats").path("status").asText()).isEqualTo("online");
    assertThat(late.path("Stats").path("status").asText()).isEqualTo("offline");
    assertThat(late.path("Stats").path("Time_Since_Last_Update").isInt()).isTrue();
    assertThat(late.path("Stats").path("Poll_Overrun").isBoolean()).isTrue();
    assertThat(late.path("Power")).isEqualTo(early.path("Power"));
    assertThat(late.path("raw")).isEqualTo(early.path("raw"));
  }

  @Test
  void itIsWholeWithoutTheSectionOfTheClock() throws IOException {
    View view = RecordedPlant.of("hybrid-gen1").view();
    JsonNode root = mapper.readTree(JsonDocument.of(view).bytes(List.of()));
    assertThat(root.has("Stats")).isFalse();
    assertThat(root.path("raw").path("invertor").path("battery_errors").isArray()).isTrue();
    assertThat(root.path("Power").path("Power").path("SOC").isInt()).isTrue();
  }

  @Test
  void everyLeafIsFoundAtItsPathWithItsValue() throws IOException {
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
    View view = plant.view();
    JsonNode root = mapper.readTree(JsonDocument.of(view).bytes(stats(plant, 2)));
    assertThat(view.leaves())
        .filteredOn(leaf -> leaf.rendering().payload().isPresent())
        .allSatisfy(
            leaf -> {
              JsonNode node = root;
              for (String key : leaf.place().segments()) {
                node = node.path(key);
              }
              assertThat(node.isValueNode()).as(leaf.path()).isTrue();
            });
  }
}
