package givbridge.state;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.PlantMemo;
import givbridge.plant.PlantMemo.Part;
import givbridge.plant.Seat;
import givbridge.tables.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPlantsTest {
  private static final PlantMemo PLANT =
      new PlantMemo(
          "TC2337G123",
          "4004",
          0,
          Optional.empty(),
          Set.of("known", "three-phase"),
          List.of(
              new Part("inverter", new Seat(0x11, 0, 1), "TC2337G123", Optional.empty()),
              new Part("stack", new Seat(0x71, 0, 2), "2", Optional.empty()),
              new Part("module", new Seat(0x50, 120, 1), "HY2401G100", Optional.of(1))));

  @TempDir private Path folder;

  private StateFile open() {
    return StateFile.open(folder, Clock.systemUTC(), new Faults()).orElseThrow();
  }

  @Test
  void aPlantComesBackExactlyForItsConnectionAlone() {
    try (StateFile file = open()) {
      new RememberedPlants(file, "10.0.0.1:8899").remember(PLANT);
    }
    try (StateFile file = open()) {
      assertThat(new RememberedPlants(file, "10.0.0.1:8899").recall()).contains(PLANT);
      assertThat(new RememberedPlants(file, "10.0.0.2:8899").recall()).isEmpty();
    }
  }

  @Test
  void theLastPlantCounts() {
    PlantMemo other =
        new PlantMemo("AA0000A001", "2001", 449, Optional.of(5000), Set.of("known"), List.of());
    try (StateFile file = open()) {
      RememberedPlants memory = new RememberedPlants(file, "a");
      memory.remember(PLANT);
      memory.remember(other);

      assertThat(memory.recall()).contains(other);
    }
  }

  @Test
  void aTextThatCannotBeReadIsNoPlant() {
    try (StateFile file = open()) {
      for (String text : List.of("", "a\tb\tc\td\te", "a\tb\t1\t-", "a\tb\t1\t-\tc\nstack\t1")) {
        new Records(file, "plant").save("a", new Records.Entry(1, text));

        assertThat(new RememberedPlants(file, "a").recall()).as(text).isEmpty();
      }
    }
  }

  @Test
  void aTextOfAnotherFormIsNotRead() {
    try (StateFile file = open()) {
      new RememberedPlants(file, "a").remember(PLANT);
      String text = new Records(file, "plant").load("a").orElseThrow().body();
      new Records(file, "plant").save("a", new Records.Entry(2, text));

      assertThat(new RememberedPlants(file, "a").recall()).isEmpty();
    }
  }
}
