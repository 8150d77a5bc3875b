package givbridge.poll;

import givbridge.plant.Block;
import java.util.Collection;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Whether what changed in a block looks as if its end came from somewhere else. */
final class Likeness {
  private Likeness() {}

  /**
   * Whether a block may be the last good one up to some word and, from there to its end, that one
   * slipped by a byte or a word, or another block. A true change looks like that only by chance.
   *
   * @param others blocks that were read of the plant
   */
  static boolean isPatched(Block good, Block now, Collection<Block> others) {
    int size = now.key().spec().count();
    int last =
        IntStream.range(0, size).filter(i -> now.wordAt(i) != good.wordAt(i)).max().orElse(-1);
    return last >= 0
        && (endsAs(now, last, i -> i == 0 ? -1 : good.wordAt(i - 1))
            || endsAs(
                now,
                last,
                i -> i == 0 ? -1 : (good.wordAt(i - 1) & 0xFF) << 8 | good.wordAt(i) >> 8)
            || others.stream().anyMatch(other -> endsAs(now, last, other::wordAt)));
  }

  private static boolean endsAs(Block now, int from, IntUnaryOperator source) {
    return IntStream.range(from, now.key().spec().count())
        .allMatch(i -> now.wordAt(i) == source.applyAsInt(i));
  }
}
