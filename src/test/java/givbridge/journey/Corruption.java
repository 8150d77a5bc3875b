package givbridge.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One way in which a dongle spoils a reply before it works out the checksum.
 *
 * @param name what happens, and where
 * @param how makes of the right words those that it hands out
 */
record Corruption(String name, UnaryOperator<int[]> how) {
  private static final int STRIDE = 5;
  private static final int RANDOM_PLACES = 2;

  /**
   * Every way, at every fifth place, at the last one, and at some by chance.
   *
   * @param size of the block that is spoiled, in words
   * @param others what may come in place of its end, or of all of it
   */
  static List<Corruption> of(int size, List<int[]> others, Random chance) {
    List<Corruption> all = new ArrayList<>();
    for (int from : places(size, chance)) {
      all.add(new Corruption("zeros from " + from, words -> mixed(words, new int[size], from)));
      all.add(new Corruption("slip by a word from " + from, words -> wordSlip(words, from)));
      for (int[] other : others) {
        all.add(
            new Corruption("another block from " + from, words -> mixed(words, other, from)));
      }
    }
    for (int from : places(2 * size - 1, chance)) {
      all.add(new Corruption("slip by a byte from " + from, words -> byteSlip(words, from)));
    }
    return all;
  }

  /** Another block in place of all of it. */
  static Corruption swap(int[] other) {
    return new Corruption("another block", words -> mixed(words, other, 0));
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

  /** The rest of another block, which may be shorter. */
  private static int[] mixed(int[] words, int[] other, int from) {
    int[] mixed = Arrays.copyOf(Arrays.copyOf(words, from), words.length);
    int end = Math.min(words.length, other.length);
    if (from < end) {
      System.arraycopy(other, from, mixed, from, end - from);
    }
    return mixed;
  }

  private static int[] wordSlip(int[] words, int from) {
    int[] slipped = words.clone();
    System.arraycopy(words, from, slipped, from + 1, words.length - from - 1);
    return slipped;
  }

  private static int[] byteSlip(int[] words, int from) {
    byte[] bytes = new byte[2 * words.length];
    for (int i = 0; i < words.length; i++) {
      bytes[2 * i] = (byte) (words[i] >> 8);
      bytes[2 * i + 1] = (byte) words[i];
    }
    byte[] moved = bytes.clone();
    System.arraycopy(bytes, from, moved, from + 1, bytes.length - from - 1);
    int[] slipped = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      slipped[i] = (moved[2 * i] & 0xFF) << 8 | moved[2 * i + 1] & 0xFF;
    }
    return slipped;
  }
}
