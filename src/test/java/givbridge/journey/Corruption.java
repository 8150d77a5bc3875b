package givbridge.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
  private static final int RANDOM_PLACES = 2;

  /** Places in a block: one in so many, the last one, and some by chance. */
  static Collection<Integer> places(int size, int stride, Random chance) {
    SortedSet<Integer> places = new TreeSet<>();
    for (int place = 0; place < size; place += stride) {
      places.add(place);
    }
    for (int i = 0; i < RANDOM_PLACES; i++) {
      places.add(chance.nextInt(size));
    }
    places.add(size - 1);
    return places;
  }

  /**
   * Every way in which a block can be spoiled from some word on, but for those that change nothing.
   *
   * @param words of the block
   * @param places those words
   * @param others what may come in place of its end
   */
  static List<Corruption> of(int[] words, Collection<Integer> places, List<int[]> others) {
    int[] zeros = new int[words.length];
    List<Corruption> all = new ArrayList<>();
    for (int from : places) {
      all.add(new Corruption("zeros from " + from, w -> mixed(w, zeros, from)));
      all.add(new Corruption("a slip by a word from " + from, w -> wordSlip(w, from)));
      all.add(new Corruption("a slip by a byte from " + from, w -> byteSlip(w, 2 * from)));
      all.add(new Corruption("a slip by a byte within " + from, w -> byteSlip(w, 2 * from + 1)));
      for (int[] other : others) {
        all.add(new Corruption("another block from " + from, w -> mixed(w, other, from)));
      }
    }
    all.removeIf(corruption -> Arrays.equals(corruption.how().apply(words), words));
    return all;
  }

  /** Another block in place of all of it. */
  static Corruption whole(int[] other) {
    return new Corruption("another block", words -> mixed(words, other, 0));
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

  /** What follows the byte is moved by one; that byte stands twice. */
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
