package givbridge.plant;

import givbridge.registers.RegisterRow;
import java.util.List;

/** Where in a block the words of its rows lie. */
final class Spans {
  /** A row of which a word lies elsewhere. */
  private static final byte ELSEWHERE = -1;

  // Bytes, as a block has 60 registers and there may be hundreds of plants.
  private final byte[] first;
  private final byte[] count;

  private Spans(int size) {
    this.first = new byte[size];
    this.count = new byte[size];
  }

  /**
   * The spans of rows.
   *
   * @param offset by how much the register numbers of the device are shifted
   */
  static Spans of(List<RegisterRow> rows, BlockSpec spec, int offset) {
    Spans spans = new Spans(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      List<Integer> addresses = rows.get(i).addresses();
      int first = addresses.get(0) + offset - spec.base();
      spans.first[i] = first >= 0 && isRun(addresses) ? (byte) first : ELSEWHERE;
      spans.count[i] = (byte) addresses.size();
    }
    return spans;
  }

  private static boolean isRun(List<Integer> addresses) {
    for (int i = 1; i < addresses.size(); i++) {
      if (addresses.get(i) != addresses.get(0) + i) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words of a row are the same in two blocks of one key, and lie in them. */
  boolean areSame(int row, Block one, Block other) {
    int place = first[row];
    boolean same = place != ELSEWHERE;
    for (int i = 0; same && i < count[row]; i++) {
      same = one.wordAt(place + i) == other.wordAt(place + i);
    }
    return same;
  }
}
