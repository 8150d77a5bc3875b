package givbridge.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * One way in which a dongle spoils a reply before it works out the checksum.
 *
 * @param name what happened, and where
 * @param words what it hands out
 */
record Corruption(String name, int[] words) {
  private static final int STRIDE = Integer.getInteger("stride", 5);
  private static final int RANDOM_PLACES = 2;

  /**
   * A block that may stand in another's place.
   *
   * @param name whose it is
   * @param words what it holds
   */
  record Other(String name, int[] words) {}

  /** Every way, at every fifth word, at both ends, and at some places by chance. */
  static List<Corruption> of(int[] words, List<Other> others, Random chance) {
    List<Corruption> all = new ArrayList<>();
    for (int place : places(words.length, chance)) {
      at(all, "word slip from " + place, from -> wordSlip(words, from), place);
      at(all, "zeros from " + place, from -> zeros(words, from), place);
      for (Other other : others) {
        at(all, other.name() + " from " + place, from -> mixed(words, other.words(), from), place);
      }
    }
    for (int place : places(2 * words.length - 1, chance)) {
      at(all, "byte slip from " + place, from -> byteSlip(words, from), place);
    }
    all.removeIf(corruption -> Arrays.equals(corruption.words(), words));
    return all;
  }

  private static void at(List<Corruption> all, String name, IntFunction<int[]> how, int place) {
    all.add(new Corruption(name, how.apply(place)));
  }

  private static SortedSet<Integer> places(int size, Random chance) {
    SortedSet<Integer> places = new TreeSet<>();
    for (int place = 0; place < size; place += STRIDE) {
      places.add(place);
    }
    for (int i = 0; i < RANDOM_PLACES; i++) {
      places.add(chance.nextInt(size));
    }
    places.add(size - 1);
    return places;
  }

  private static int[] wordSlip(int[] words, int from) {
    int[] slipped = words.clone();
    System.arraycopy(words, from, slipped, from + 1 , words.length - from - 1);
    return slipped;
  }

  private static int[] zeros(int[] words, int from) {
    return Arrays.copyOf(Arrays.copyOf(words, from), words.length);
  }

  private static int[] mixed(int[] words, int[] other, int from) {
    int[] mixed = zeros(words, from);
    if (from < other.length) {
      System.arraycopy(other, from, mixed, from, Math.min(words.length, other.length) - from);
    }
    return mixed;
  }

  private static int[] byteSlip(int[] words, int from) {
    byte[] bytes = new byte[2 * words.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? words[i / 2] >> 8 : words[i / 2]);
    }
    byte[] moved = bytes.clone();
    System.arraycopy(bytes, from, moved, from + 1, bytes.length - from - 1);
    int[] slipped = new int[words.length];
    for (int i = 0; i < slipped.length; i++) {
      slipped[i] = (moved[2 * i] & 0xFF) << 8 | moved[2 * i + 1] & 0xFF;
    }
    return slipped;
  }
}
