package givbridge.command;

import java.util.Optional;

/**
 * What became of one register.
 *
 * @param register its number
 * @param name its name
 * @param asked the word that it should hold
 * @param held the word that it was last read to hold, after the write if there was one; empty: not
 *     known
 */
public record RegisterResult(int register, String name, int asked, Optional<Integer> held) {
  /** Whether it holds what was asked. */
  public boolean holds() {
    return held.filter(word -> word == asked).isPresent();
  }
}
