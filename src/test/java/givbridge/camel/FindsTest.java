package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Topology;
import givbridge.view.RecordedPlant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindsTest {
  private static final Topology PLANT =
      RecordedPlant.of("three-phase").snapshot(RecordedPlant.READ).topology();

  private final Finds finds = new Finds();
  private final List<Integer> told = new ArrayList<>();

  @Test
  void whatIsFoundBeforeAnybodyListensIsToldOnceAndInOrder() {
    finds.found(2, PLANT);
    finds.found(1, PLANT);

    finds.tell(
        (number, topology) -> {
          assertThat(topology).isSameAs(PLANT);
          told.add(number);
        });
    finds.found(3, PLANT);

    assertThat(told).containsExactly(2, 1, 3);
  }
}
