package givbridge.poll;

import java.util.Map;
import java.util.Set;

/** What dongles hand out in place of the block that was asked for. */
final class Garbage {
  private Garbage() {}

  /** From a byte on, the block is moved by one byte: the one that it began with stands twice. */
  static int[] slip(int[] words, int fromByte) {
    byte[] bytes = new byte[words.length * 2];
    for (int i = 0; i < words.length; i++) {
      bytes[2 * i] = (byte) (words[i] >> 8);
      bytes[2 * i + 1] = (byte) words[i];
    }
    byte[] moved = bytes.clone();
    System.arraycopy(bytes, fromByte, moved, fromByte + 1, bytes.length - fromByte - 1);
    int[] slipped = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      slipped[i] = ((moved[2 * i] & 0xFF) << 8) | (moved[2 * i + 1] & 0xFF);
    }
    return slipped;
  }

  /** A network packet over the block's later half. */
  static int[] leak(int[] words, Map<Integer, Set<Integer>> packet) {
    int[] leaked = words.clone();
    packet.forEach((place, values) -> leaked[place] = values.iterator().next());
    return leaked;
  }
}
