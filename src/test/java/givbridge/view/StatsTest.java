package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsTest {
  private final RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
  private final Tree tree = plant.tree();

  private Map<String, String> stats(ViewContext context, boolean read) {
    List<Leaf> leaves =
        tree.stats(read ? Optional.of(plant.snapshot()) : Optional.empty(), context);
    Map<String, String> stats = new HashMap<>();
    leaves.forEach(leaf -> stats.put(leaf.path(), leaf.rendering().payload().orElseThrow()));
    return stats;
  }

  private static ViewContext at(Instant now, int period, boolean paused) {
    return new ViewContext(
        now,
        ZoneId.of("Europe/London"),
        Duration.ofSeconds(period),
        new ViewContext.Activity(7, 3, paused),
        "0.1.0");
  }

  @Test
  void agesAreTakenFromTheNewestRead() {
    Map<String, String> stats = stats(at(RecordedPlant.READ.plusMillis(2345), 30, false), true);
    assertThat(stats)
        .containsAllEntriesOf(
            Map.of(
                "Stats/Last_Updated_Time", "2026-03-01T12:00:00.125+00:00",
                "Stats/Time_Since_Last_Update", "2",
                "Stats/Data_Age", "2.3",
                "Stats/GivTCP_Version", "3.6.0",
                "Stats/GivBridge_Version", "0.1.0",
                "Stats/Write_Count", "7",
                "Stats/Safe_Write_Count", "3",
                "Stats/Poll_Time", "1.23",
                "Stats/Poll_Overrun", "False",
                "Stats/status", "online"));
  }

  @Test
  void beforeTheFirstReadThereIsNoAgeAndTheInverterIsOffline() {
    Map<String, String> stats = stats(at(RecordedPlant.READ, 30, false), false);
    assertThat(stats)
        .containsEntry("Stats/Data_Age", "-1.0")
        .containsEntry("Stats/status", "offline")
        .doesNotContainKeys("Stats/Last_Updated_Time", "Stats/Time_Since_Last_Update");
  }

  @ParameterizedTest
  @CsvSource({
    "30, 90, online",
    "30, 91, offline",
    "10, 60, online",
    "10, 61, offline",
    "30, -5, online"
  })
  void itIsOfflineAfterThreePeriodsAndNotWithinAMinute(int period, int age, String status) {
    assertThat(stats(at(RecordedPlant.READ.plusSeconds(age), period, false), true))
        .containsEntry("Stats/status", status);
  }

  @Test
  void aPauseIsToldWhateverTheAge() {
    assertThat(stats(at(RecordedPlant.READ.plusSeconds(900), 30, true), true))
        .containsEntry("Stats/status", "paused");
  }
}
