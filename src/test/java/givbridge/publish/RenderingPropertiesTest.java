package givbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.registers.Bank;
import givbridge.view.Leaf;
import givbridge.view.RecordedPlant;
import givbridge.view.Rendering.Json;
import givbridge.view.Tree;
import givbridge.view.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the registers hold, what is published can be read back. */
class RenderingPropertiesTest {
  private static final RecordedPlant PLANT = RecordedPlant.of("hybrid-gen2");
  private static final Tree TREE = PLANT.tree();

  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Property(tries = 25)
  void whateverTheRegistersHoldTheDocumentReadsBackExactlyAndKindsStay(
      @ForAll @IntRange(max = 59) int input,
      @ForAll @IntRange(min = 20, max = 119) int holding,
      @ForAll @IntRange(max = 0xFFFF) int word)
      throws IOException {
    View view = view(PLANT.with(Bank.IR, input, word).with(Bank.HR, holding, word));
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

  @Property(tries = 25)
  void messagesOfNumbersHaveAtMostThreeDecimalsAndAreWithinHalfAThousandthOfTheDocument(
      @ForAll @IntRange(max = 59) int input, @ForAll @IntRange(max = 0xFFFF) int word) {
    View view = view(PLANT.with(Bank.IR, input, word));
    for (Leaf leaf : view.leaves()) {
      if (leaf.rendering().json() instanceof Json.Digits digits) {
        BigDecimal sent = new BigDecimal(leaf.rendering().payload().orElseThrow());
        assertThat(sent.scale()).isLessThanOrEqualTo(3);
        assertThat(sent.subtract(new BigDecimal(digits.digits())).abs())
            .isLessThanOrEqualTo(new BigDecimal("0.0005"));
      }
    }
  }

  private static View view(RecordedPlant plant) {
    return TREE.view(plant.snapshot(), Optional.empty(), RecordedPlant.context(RecordedPlant.READ));
  }
}
