package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink.Purpose;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two bridges that read the same recorded plant at the same times; one of them gets it spoiled. */
final class Twins {
  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** Some blocks are read in every tenth poll only. */
  private static final int POLLS_OF_ALL = 11;

  private final Capture capture;
  private final MutableClock clock;
  private final FakePlant plant;
  private final FakePlant cleanPlant;
  private final Bridge bridge;
  private final Bridge cleanBridge;
  private final List<BlockKey> keys = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private int noticed;
  private View shown;
  private View clean;

  Twins(PollTables tables, TreeTable rows, Capture capture) throws LinkException {
    this.capture = capture;
    clock = new MutableClock(capture.start());
    plant = capture.plant(clock);
    cleanPlant = capture.plant(clock);
    bridge = bridge(tables, rows, plant, key -> noticed++);
    cleanBridge = bridge(tables, rows, cleanPlant, key -> refused.add(clock.instant()+" "+key));
    shown = bridge.poll();
    clean = cleanBridge.poll();
  }
  private interface Hears { void key(String key); }

  private Bridge bridge(PollTables tables, TreeTable rows, FakePlant of, Hears refused) {
    PollListener listener =
        new PollListener() {
          @Override
          public void refused(BlockKey key, String kind, String detail) {
            refused.key(key + kind + detail);
          }
        };
    PollSettings always = new PollSettings(PERIOD, PERIOD);
    return new Bridge(
        tables, rows, of, clock, new HashMap<>(), new Bridge.Options(Wishes.NONE, always, listener));
  }

  void settle() throws LinkException {
    plant.asked();
    for (int i = 0; i < POLLS_OF_ALL; i++) {
      poll("while nothing is spoiled");
      equal("while nothing is spoiled");
    }
    keys.addAll(new HashSet<>(plant.asked()));
    keys.removeIf(key -> clean.snapshot().block(key).isEmpty());
    keys.sort(java.util.Comparator.comparing(BlockKey::toString));
  }

  List<BlockKey> keys() { return keys; }

  int[] words(BlockKey key) {
    Block block = clean.snapshot().block(key).orElseThrow().block();
    int[] words = new int[key.spec().count()];
    for (int i = 0; i < words.length; i++) words[i] = block.wordAt(i);
    return words;
  }

  boolean lives() { return clock.instant().isBefore(capture.end()); }
  int noticed() { return noticed; }
  List<String> complaints() { return complaints; }
  Set<String> refused() { return refused; }

  void spoil(Map<BlockKey, Corruption> corruptions) throws LinkException {
    corruptions.forEach((key, corruption) -> plant.corruptOnce(key, corruption.how()));
    String what = corruptions.toString().replaceAll(", how=[^\\]]*", "");
    do {
      poll(what);
    } while (plant.isToBeCorrupted());
    poll("after " + what);
    equal("after " + what);
  }

  private void poll(String when) throws LinkException {
    clock.advance(PERIOD);
    capture.advance(clock.instant(), List.of(plant, cleanPlant));
    View before = shown;
    shown = bridge.poll();
    clean = cleanBridge.poll();
    if (!clean.refused().isEmpty()) complaints.add("CLEAN REFUSED " + clean.refused());
    for (Leaf leaf : shown.leaves()) {
      Optional<Leaf> right = clean.leaf(leaf.path());
      Optional<Leaf> earlier = before.leaf(leaf.path());
      if (!same(leaf, right) && !same(leaf, earlier)) complaints.add(when + ": " + leaf.path() + " " + text(Optional.of(leaf)) + " right " + text(right) + " earlier " + text(earlier));
    }
  }
  private static boolean same(Leaf leaf, Optional<Leaf> other) { return other.filter(o -> o.reading().value().equals(leaf.reading().value())).isPresent(); }
  private static String text(Optional<Leaf> leaf) { return leaf.map(l -> l.reading().value().toString()).orElse("absent"); }
  private void equal(String when) {
    for (Leaf leaf : clean.leaves()) {
      if (!same(leaf, shown.leaf(leaf.path()))) complaints.add(when + ": " + leaf.path() + " right " + text(Optional.of(leaf)) + " shown " + text(shown.leaf(leaf.path())));
    }
  }
}
