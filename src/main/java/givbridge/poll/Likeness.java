package givbridge.poll;

import givbridge.plant.Block;

/**
 * What changed in a block, to its end. A change may look as if that end came from somewhere else; a
 * true one looks like that only by chance.
 */
final class Likeness {
  private final Block good;
  private final Block now;
  private final int from;

  /**
   * Compares a block with the last good one.
   *
   * @param good the last good one
   */
  Likeness(Block good, Block now) {
    this.good = good;
    this.now = now;
    this.from = lastChange(good, now);
  }

  private static int lastChange(Block good, Block now) {
    for (int i = now.key().spec().count() - 1; i >= 0; i--) {
      if (now.wordAt(i) != good.wordAt(i)) {
        return i;
      }
    }
    return now.key().spec().count();
  }

  private boolean isChanged() {
    return from < now.key().spec().count();
  }

  /** Whether its end is that of the good one, slipped by a word or a byte. */
  boolean isSlipped() {
    return isChanged() && from > 0 && (isSlippedByAWord() || isSlippedByAByte());
  }

  private boolean isSlippedByAWord() {
    for (int i = from; i < now.key().spec().count(); i++) {
      if (now.wordAt(i) != good.wordAt(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSlippedByAByte() {
    for (int i = from; i < now.key().spec().count(); i++) {
      if (now.wordAt(i) != ((good.wordAt(i - 1) & 0xFF) << 8 | good.wordAt(i) >> 8)) {
        return false;
      }
    }
    return true;
  }

  /** Whether its end is that of another block. */
  boolean endsAs(Block other) {
    for (int i = from; i < now.key().spec().count(); i++) {
      if (now.wordAt(i) != other.wordAt(i)) {
        return false;
      }
    }
    return isChanged();
  }
}
