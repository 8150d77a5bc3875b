package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.link.LinkException;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.poll.PollListener;
import givbridge.poll.PollSettings;
import givbridge.poll.PollTables;
import givbridge.registers.Value;
import givbridge.testing.Capture;
import givbridge.testing.FakePlant;
import givbridge.testing.MutableClock;
import givbridge.testing.Recording;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every block of every recording, spoiled in every way in which dongles were seen to spoil replies,
 * with a right checksum: no leaf ever shows a value that it did not have. It shows what a second
 * bridge shows that reads the same plant unspoiled, or what it showed before, or nothing; and with
 * the next poll all of it is there again.
 *
 * <p>What cannot be told from a change is believed: a reply that comes spoiled twice in the same
 * way, and the first one of a block, to which nothing can be compared. Longer recordings are looked
 * for in the folder that the system property {@code givbridge.captures} names; without it those are
 * skipped.
 */
class CorruptedCapturesTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final long SEED = 2688;

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_arm920_60s.log, 2003, 920",
    "hybrid_gen1_arm449_head.log, 2001, 449",
    "hybrid_gen1_arm449_oddities_excerpt.log, 2001, 449",
    "ac_arm282_head.log, 3001, 282",
    "aio_arm612_5min.log, 8001, 612",
    "ems_arm1036_60s.log, 5001, 1036",
    "givhy80g3hv_hass295_120s.log, 8102, 0",
    "gateway_gaaa0014_excerpt.log, 7001, 14",
    "giv3hy11_da011_detect_excerpt.log, 4004, 0"
  })
  void noSpoiledReplyOfTheProjectsOwnRecordingsShows(String file, String code, int arm)
      throws IOException, LinkException {
    everyBlockInEveryWay(new Capture(Recording.OWN.resolve(file), code, arm));
  }

  @ParameterizedTest
  @CsvSource({
    "hybrid_2_bat_a/hybrid_gen1_arm449_givbat82_givbat95gen3_10min.log, 2001, 449",
    "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log, 3001, 282",
    "ems_2_inv_3_bat_a/ems_arm1036_30min.log, 5001, 1036",
    "gateway_2aio_a/gateway_gaaa0014_10min_night.log, 7001, 14",
    "three_phase_hv_a/giv3hy11_da011_detect_10min.log, 4004, 0",
    "three_phase_hv_a/giv3hy11_hass174_180s.txt, 4004, 0"
  })
  void noSpoiledReplyOfLongRecordingsShows(String file, String code, int arm)
      throws IOException, LinkException {
    assumeTrue(Files.isDirectory(Recording.ALL), "no folder of recordings at " + Recording.ALL);
    whileItLives(new Capture(Recording.ALL.resolve(file), code, arm));
  }

  private static void everyBlockInEveryWay(Capture capture) throws LinkException {
    Twins twins = new Twins(TABLES, ROWS, capture);
    twins.settle();
    Random chance = new Random(SEED);
    for (BlockKey key : twins.keys()) {
      List<BlockKey> others = twins.keys().stream().filter(other -> !other.equals(key)).toList();
      List<int[]> words = others.stream().map(twins::words).toList();
      for (Corruption corruption : Corruption.of(key.spec().count(), words, chance)) {
        twins.spoil(Map.of(key, corruption));
      }
      for (BlockKey other : others) {
        twins.spoil(
            Map.of(key, Corruption.swap(twins.words(other)), other, Corruption.swap(twins.words(key))));
      }
    }
    System.out.println(twins.keys().size()+" noticed "+twins.noticed()+" clean "+twins.refused()+" complaints "+twins.complaints().size()); twins.complaints().stream().limit(12).forEach(c -> System.out.println("   "+c.substring(0, Math.min(400,c.length()))));
    assertThat(twins.noticed()).isPositive();
  }

  private static void whileItLives(Capture capture) throws LinkException {
    Twins twins = new Twins(TABLES, ROWS, capture);
    twins.settle();
    Random chance = new Random(SEED);
    List<BlockKey> keys = twins.keys();
    while (twins.lives()) {
      BlockKey key = keys.get(chance.nextInt(keys.size()));
      List<int[]> words = List.of(twins.words(keys.get(chance.nextInt(keys.size()))));
      List<Corruption> all = Corruption.of(key.spec().count(), words, chance);
      twins.spoil(Map.of(key, all.get(chance.nextInt(all.size()))));
    }
    System.out.println(twins.keys().size()+" noticed "+twins.noticed()+" clean "+twins.refused()+" complaints "+twins.complaints().size()); twins.complaints().stream().limit(12).forEach(c -> System.out.println("   "+c.substring(0, Math.min(400,c.length()))));
    assertThat(twins.noticed()).isPositive();
  }
}
