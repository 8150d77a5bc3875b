package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.cleaning.Doubt;
import givbridge.link.LinkException;
import givbridge.plant.Block;
import givbridge.poll.PollTables;
import givbridge.simulator.ClockKeeping;
import givbridge.simulator.Profiles;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Course;
import givbridge.testing.MutableClock;
import givbridge.testing.Recording;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import givbridge.view.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What plants tell when nothing is wrong: none of it is held against the whole, and no charge is
 * taken for one that moved too far.
 */
class NothingGoodIsLostTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);
  private static final Profiles PROFILES = Profiles.load();
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-06-20T03:00:00Z"));
  private final List<String> doubted = new ArrayList<>();

  static List<String> profiles() {
    return PROFILES.names();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aDayOfEachFamilyHoldsTogether(String profile) throws LinkException {
    Course course = new Course(clock.instant(), PERIOD, ClockKeeping.LEFT_ALONE, 7);
    VirtualPlant plant = PROFILES.virtual(profile, course);
    Bridge bridge = new Bridge(TABLES, ROWS, new VirtualLink(plant, clock), clock, new HashMap<>());
    int views = 0;
    for (Instant end = clock.instant().plus(Duration.ofHours(20));
        clock.instant().isBefore(end); ) {
      look(bridge.poll());
      views++;
      // Minutes apart at times, seconds at others, as polls are that commands come between.
      clock.advance(views % 7 == 0 ? Duration.ofSeconds(7) : PERIOD.multipliedBy(1 + views % 12));
    }
    assertThat(doubted).isEmpty();
    assertThat(views).isGreaterThan(350);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aio_arm612_5min.log",
        "ems_arm1036_60s.log",
        "gateway_gaaa0014_excerpt.log",
        "giv3hy11_da011_detect_excerpt.log"
      })
  void theProjectsOwnRecordingsHoldTogether(String file) throws IOException, LinkException {
    replay(Recording.OWN.resolve(file), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log",
        "ems_2_inv_3_bat_a/ems_arm1036_30min.log",
        "gateway_2aio_a/gateway_gaaa0014_10min_night.log",
        "three_phase_hv_a/giv3hy11_da011_detect_10min.log"
      })
  void longRecordingsHoldTogether(String file) throws IOException, LinkException {
    assumeTrue(Files.isDirectory(Recording.ALL), "no folder of recordings at " + Recording.ALL);
    replay(Recording.ALL.resolve(file), 15);
  }

  private void replay(Path file, int atLeast) throws IOException, LinkException {
    List<Block> blocks = Recording.blocks(file);
    clock.advance(Duration.between(clock.instant(), blocks.get(0).at()));
    RecordedLink link = new RecordedLink(blocks, clock);
    Bridge bridge = new Bridge(TABLES, ROWS, link, clock, new HashMap<>());
    int views = 0;
    for (; !clock.instant().isAfter(link.end()); clock.advance(PERIOD)) {
      look(bridge.poll());
      views++;
    }
    assertThat(doubted).isEmpty();
    assertThat(views).isGreaterThanOrEqualTo(atLeast);
  }

  private void look(View view) {
    view.refused().stream()
        .filter(
            refusal ->
                refusal.finding().doubt() == Doubt.AGAINST_THE_WHOLE
                    || refusal.place().path().endsWith("SOC"))
        .map(refusal -> clock.instant() + " " + refusal)
        .forEach(doubted::add);
  }
}
