package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.poll.PollTables;
import givbridge.testing.Capture;
import givbridge.testing.OwnRecordings;
import givbridge.testing.Recording;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
  private static final long SEED = 2688;
  private static final int ROUNDS = 2;

  /** Every so many words a block is spoiled from there on. */
  private static final int DENSE = 7;

  private static final int SPARSE = 30;

  @OwnRecordings
  void noSpoiledReplyOfTheProjectsOwnRecordingsShows(String file, String code, int arm)
      throws IOException, LinkException {
    everyBlockInEveryWay(new Capture(Recording.OWN.resolve(file), code, arm), DENSE, 2);
  }

  @ParameterizedTest(name = "{0}")
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
    Path capture = Recording.ALL.resolve(file);
    everyBlockInEveryWay(new Capture(capture, code, arm), SPARSE, 1);
    for (long round = 0; round < ROUNDS; round++) {
      anyBlockInAnyWayWhileThePlantLives(new Capture(capture, code, arm), round);
    }
  }

  /**
   * The plant as it is at the beginning of the recording.
   *
   * @param stride how many words lie between the places from which a block is spoiled
   * @param others so many other blocks stand in for a part of each
   */
  private static void everyBlockInEveryWay(Capture capture, int stride, int others)
      throws LinkException {
    Twins twins = new Twins(TABLES, ROWS, capture);
    Random chance = new Random(SEED);
    List<BlockKey> keys = twins.keys();
    for (BlockKey key : keys) {
      List<BlockKey> beside = others(key, keys, chance).stream().limit(others).toList();
      List<int[]> words = beside.stream().map(twins::words).toList();
      Collection<Integer> places = Corruption.places(key.spec().count(), stride, chance);
      for (Corruption corruption : Corruption.of(twins.words(key), places, words)) {
        twins.spoil(Map.of(key, corruption));
      }
      for (BlockKey other : beside) {
        twins.spoil(
            Map.of(
                key,
                Corruption.whole(twins.words(other)),
                other,
                Corruption.whole(twins.words(key))));
      }
    }
    assertThat(twins.complaints()).isEmpty();
    assertThat(twins.lost()).isEmpty();
    assertThat(twins.refused()).hasSizeGreaterThan(keys.size());
  }

  /** Other blocks; first those of the same number of other devices. */
  private static List<BlockKey> others(BlockKey key, List<BlockKey> keys, Random chance) {
    List<BlockKey> others = new ArrayList<>(keys);
    others.remove(key);
    Collections.shuffle(others, chance);
    others.sort(Comparator.comparing(other -> !other.spec().equals(key.spec())));
    return others;
  }

  private static void anyBlockInAnyWayWhileThePlantLives(Capture capture, long round)
      throws LinkException {
    Twins twins = new Twins(TABLES, ROWS, capture);
    Random chance = new Random(SEED + round);
    List<BlockKey> keys = twins.keys();
    while (twins.live()) {
      BlockKey key = keys.get(chance.nextInt(keys.size()));
      int[] other = twins.words(others(key, keys, chance).get(0));
      List<Integer> place = List.of(chance.nextInt(key.spec().count()));
      List<Corruption> ways = Corruption.of(twins.words(key), place, List.of(other));
      twins.spoil(ways.isEmpty() ? Map.of() : Map.of(key, ways.get(chance.nextInt(ways.size()))));
    }
    assertThat(twins.complaints()).isEmpty();
    assertThat(twins.lost()).isEmpty();
  }
}
