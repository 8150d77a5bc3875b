package givbridge.poll;

import givbridge.registers.Bank;
import givbridge.registers.Words;
import java.util.ArrayList;
import java.util.List;

/** Words, and which of them were asked for. */
final class Heard implements Words {
  private final Words words;
  private final List<Word> asked = new ArrayList<>();

  /** A word that was asked for. */
  record Word(Bank bank, int address, int value) {
    boolean isSaidBy(Words others) {
      return others.word(bank, address) == value;
    }
  }

  Heard(Words words) {
    this.words = words;
  }

  @Override
  public int word(Bank bank, int address) {
    int value = words.word(bank, address);
    asked.add(new Word(bank, address, value));
    return value;
  }

  /** What was asked for so far. */
  List<Word> asked() {
    return List.copyOf(asked);
  }
}
