package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Mark;
import givbridge.link.LinkException;
import givbridge.poll.PollTables;
import givbridge.simulator.ClockKeeping;
import givbridge.simulator.Profiles;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Course;
import givbridge.state.CounterMarks;
import givbridge.state.FullDisk;
import givbridge.state.StateFile;
import givbridge.tables.Faults;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import givbridge.view.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours on a disk that is full, with a start of the program now and then. */
class FullDiskTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);
  private static final Instant START = Instant.parse("2026-05-10T06:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STARTS = 3;
  private static final int POLLS = 20;
  private static final Map<String, Mark> OF_ANOTHER =
      IntStream.range(0, 200)
          .boxed()
          .collect(
              Collectors.toUnmodifiableMap(
                  n -> "Energy/Total/A_Counter_Of_Another_Inverter_" + n,
                  n -> new Mark(BigDecimal.ONE, START, Optional.empty(), 0)));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gen1-hybrid", "three-phase-hybrid"})
  void whateverIsShownHasItsMarkInTheFileSoThatNothingFallsAfterAStart(String profile)
      throws LinkException {
    MutableClock clock = new MutableClock(START);
    VirtualPlant plant =
        Profiles.load().virtual(profile, new Course(START, STEP, ClockKeeping.LEFT_ALONE, 3));
    VirtualLink link = new VirtualLink(plant, clock);
    Counters counters = new Counters();
    Map<String, Mark> shown = new HashMap<>();
    String serial = "";
    for (int start = 0; start < STARTS; start++) {
      try (StateFile file = StateFile.open(folder, clock, new Faults()).orElseThrow()) {
        CounterMarks marks = new CounterMarks(file);
        assertThat(marks.load(serial)).isEqualTo(shown);
        Bridge bridge = new Bridge(TABLES, ROWS, link, clock, shown);
        for (int poll = 0; poll < POLLS; poll++) {
          View view = bridge.poll();
          serial = view.snapshot().identity().serial();
          marks.save(serial, view.marks());
          counters.look(view, plant.clock().toLocalDate());
          clock.advance(STEP);
          // From here on nothing new finds room, as another inverter's first marks do not.
          FullDisk.fill(file);
          marks.save("B", OF_ANOTHER);
          assertThat(marks.load(serial)).isEqualTo(shown);
          assertThat(marks.load("B")).hasSizeLessThan(OF_ANOTHER.size());
        }
      }
    }
    assertThat(counters.complaints()).isEmpty();
    assertThat(counters.growth().get("Energy/Total/Load_Energy_Total_kWh").doubleValue())
        .isGreaterThan(2);
  }
}
