package givbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.registers.Bank;
import givbridge.view.Leaf;
import givbridge.view.RecordedPlant;
import givbridge.view.Rendering.Json;
import givbridge.view.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the registers hold, what is published can be read back. */
class RenderingProperties {
  private static final RecordedPlant PLANT = RecordedPlant.of("hybrid-gen2");

  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Property(tries = 60)
  void whateverTheRegistersHoldTheDocumentReadsBackExactlyAndKindsStay(
      @ForAll @IntRange(max = 59) int input,
      @ForAll @IntRange(min = 20, max = 119) int holding,
      @ForAll @IntRange(max = 0xFFFF) int word)
      throws IOException {
    View view = PLANT.with(Bank.IR, input, word).with(Bank.HR, holding, word).view();
    JsonNode root = mapper.readTree(JsonDocument.of(view).bytes(List.of()));
    for (Leaf leaf : view.leaves()) {
      if (leaf.rendering().json() instanceof Json.Digits digits) {
        JsonNode node = root;
        for (String key : leaf.place().segments()) {
          node = node.path(key);
        }
        assertThat(node.decimalValue()).isEqualByComparingTo(new BigDecimal(digits.digits()));
        assertThat(node.isInt() || node.isLong()).isEqualTo(!digits.digits().contains("."));
      }
    }
  }

  @Property(tries = 60)
  void messagesOfNumbersHaveAtMostThreeDecimalsAndAreWithinHalfAThousandthOfTheDocument(
      @ForAll @IntRange(max = 59) int input, @ForAll @IntRange(max = 0xFFFF) int word) {
    View view = PLANT.with(Bank.IR, input, word).view();
    for (Leaf leaf : view.leaves()) {
      if (leaf.rendering().json() instanceof Json.Digits digits) {
        BigDecimal sent = new BigDecimal(leaf.rendering().payload().orElseThrow());
        assertThat(sent.scale()).isLessThanOrEqualTo(3);
        assertThat(sent.subtract(new BigDecimal(digits.digits())).abs())
            .isLessThanOrEqualTo(new BigDecimal("0.0005"));
      }
    }
  }
}
