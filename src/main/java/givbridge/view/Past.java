package givbridge.view;

import givbridge.cleaning.Memory;
import java.util.Optional;

/**
 * What a view goes on from, which may come from before a restart.
 *
 * @param memory what is remembered of the values
 * @param books the account of what energy cost; empty: none is kept, and no rate shown
 */
public record Past(Memory memory, Optional<Books> books) {
  /** A past without an account. */
  public static Past of(Memory memory) {
    return new Past(memory, Optional.empty());
  }
}
