package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.poll.PollListener;
import givbridge.poll.PollSettings;
import givbridge.poll.PollTables;
import givbridge.testing.Capture;
import givbridge.testing.FakePlant;
import givbridge.testing.MutableClock;
import givbridge.view.Leaf;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two bridges that read the same recorded plant at the same times. One of them gets some replies
 * spoiled; what it shows is held against what the other shows.
 */
final class Twins {
  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** While a block is held, these go with the time from what is held. */
  private static final String BY_THE_CLOCK = "_Completion_Time";

  /** Some blocks are read in every tenth poll only. */
  private static final int POLLS_OF_ALL = 11;

  private final Capture capture;
  private final MutableClock clock;
  private final FakePlant plant;
  private final FakePlant cleanPlant;
  private final Bridge bridge;
  private final Bridge cleanBridge;
  private final List<String> refused = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private View shown;
  private View clean;

  /** Lets both bridges read the plant as it is when the recording begins. */
  Twins(PollTables tables, TreeTable rows, Capture capture) throws LinkException {
    this.capture = capture;
    clock = new MutableClock(capture.start());
    plant = capture.plant(clock);
    cleanPlant = capture.plant(clock);
    bridge = new Bridge(tables, rows, plant, clock, new HashMap<>(), options(refused));
    cleanBridge = new Bridge(tables, rows, cleanPlant, clock, new HashMap<>(), options(lost));
    shown = bridge.poll();
    clean = cleanBridge.poll();
  }

  private static Bridge.Options options(List<String> refused) {
    PollListener listener =
        new PollListener() {
          @Override
          public void refused(BlockKey key, String kind, String detail) {
            refused.add(key + ": " + kind + ", " + detail);
          }
        };
    return new Bridge.Options(Wishes.NONE, new PollSettings(PERIOD, PERIOD), listener);
  }

  /** Every block that is read of the plant; both bridges have read them a few times after this. */
  List<BlockKey> keys() throws LinkException {
    cleanPlant.asked();
    for (int i = 0; i < POLLS_OF_ALL; i++) {
      pollAlike("while nothing is spoiled");
    }
    return cleanPlant.asked().stream()
        .distinct()
        .filter(key -> clean.snapshot().block(key).isPresent())
        .sorted(Comparator.comparing(BlockKey::toString))
        .toList();
  }

  /** The words of a block as they were read last. */
  int[] words(BlockKey key) {
    Block block = clean.snapshot().block(key).orElseThrow().block();
    return IntStream.range(0, key.spec().count()).map(block::wordAt).toArray();
  }

  /** Whether the recording goes on. */
  boolean live() {
    return clock.instant().isBefore(capture.end());
  }

  /** Polls with one reply of each of these blocks spoiled, and then with none. */
  void spoil(Map<BlockKey, Corruption> corruptions) throws LinkException {
    corruptions.forEach((key, corruption) -> plant.corruptOnce(key, corruption.how()));
    String what = described(corruptions);
    do {
      poll(what);
    } while (plant.isToBeCorrupted());
    pollAlike("after " + what);
  }

  private static String described(Map<BlockKey, Corruption> corruptions) {
    StringBuilder text = new StringBuilder();
    corruptions.forEach((key, how) -> text.append(key).append(" with ").append(how.name()));
    return text.toString();
  }

  private void pollAlike(String when) throws LinkException {
    poll(when);
    for (Leaf leaf : clean.leaves()) {
      if (!shows(shown, leaf)) {
        complaints.add(when + ": " + leaf.path() + " is lost");
      }
    }
  }

  private void poll(String when) throws LinkException {
    clock.advance(PERIOD);
    Instant now = clock.instant();
    capture.advance(now, List.of(plant, cleanPlant));
    View before = shown;
    shown = bridge.poll();
    clean = cleanBridge.poll();
    clean.refused().forEach(it -> lost.add(it.place().path() + ": " + it.finding()));
    for (Leaf leaf : shown.leaves()) {
      if (!shows(clean, leaf) && !shows(before, leaf) && !leaf.path().endsWith(BY_THE_CLOCK)) {
        Optional<Leaf> right = clean.leaf(leaf.path());
        complaints.add(
            when + ": " + leaf.path() + " = " + text(Optional.of(leaf)) + ", not " + text(right));
      }
    }
  }

  private static boolean shows(View view, Leaf leaf) {
    return text(view.leaf(leaf.path())).equals(text(Optional.of(leaf)));
  }

  private static String text(Optional<Leaf> leaf) {
    return leaf.map(it -> it.reading().value().toString()).orElse("absent");
  }

  /** Values that were neither right nor those of before, and values that did not come back. */
  List<String> complaints() {
    return complaints;
  }

  /** What was refused of the replies that were spoiled. */
  List<String> refused() {
    return refused;
  }

  /** What was refused, blocks and values, although nothing was spoiled. */
  List<String> lost() {
    return lost;
  }
}
