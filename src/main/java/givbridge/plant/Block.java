package givbridge.plant;

import givbridge.registers.Bank;
import givbridge.registers.Words;
import java.time.Instant;
import java.util.Arrays;

/** The words of a block, as they arrived. */
public final class Block {
  private final BlockKey key;
  private final int[] words;
  private final Instant at;

  /**
   * A block.
   *
   * @param words as many as the key says, 0..65535 each
   * @param at when the reply arrived
   */
  public Block(BlockKey key, int[] words, Instant at) {
    if (words.length != key.spec().count()) {
      throw new IllegalArgumentException(key + " with " + words.length + " words");
    }
    this.key = key;
    this.words = Arrays.copyOf(words, words.length);
    this.at = at;
  }

  public BlockKey key() {
    return key;
  }

  public Instant at() {
    return at;
  }

  /** The word of a register that lies within. */
  public int word(Bank bank, int address) {
    if (!key.spec().contains(bank, address)) {
      throw new IllegalArgumentException(bank + " " + address + " is not in " + key);
    }
    return words[address - key.spec().base()];
  }

  /** The word at a place, from 0; 0 behind the end. */
  public int wordAt(int place) {
    return place < words.length ? words[place] : 0;
  }

  /** The words by register; those outside are unknown. */
  public Words words() {
    return (bank, register) ->
        key.spec().contains(bank, register) ? word(bank, register) : Words.UNKNOWN;
  }

  /** Whether every word is 0. */
  public boolean isZero() {
    for (int word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** A copy with one register changed, such as after a confirmed write. */
  public Block with(int address, int word, Instant when) {
    int[] changed = Arrays.copyOf(words, words.length);
    changed[address - key.spec().base()] = word;
    return new Block(key, changed, when);
  }
}
