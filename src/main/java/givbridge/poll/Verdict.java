package givbridge.poll;

import givbridge.plant.ReadBlock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether a block is believed. */
sealed interface Verdict {
  /** The block counts. */
  record Accepted() implements Verdict {}

  /**
   * The block is not used; the last good one stays.
   *
   * @param detail which field, and how it looks
   * @param suspicion to be given back when the next block of this key is judged
   */
  record Refused(Reason reason, String detail, Suspicion suspicion) implements Verdict {}

  /** Why a block is refused. */
  enum Reason {
    /** All zero after a filled block, or where one must be filled. */
    ALL_ZERO,
    /** Part of a network packet. */
    LEAKED_PACKET,
    /** Fields moved further than they can, or constants changed. */
    SPLICED,
    /** Fields that cannot be 0 are. */
    IMPOSSIBLE_ZEROS,
    /** Fields moved further than they do from one read to the next: to be read again at once. */
    UNLIKELY,
    /** The serial number, type or firmware is another one, or unreadable. */
    WRONG_IDENTITY;

    /** Name for counters and logs. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Refused blocks of one key in a row.
   *
   * @param last the newest of them
   * @param times how many agree with it, itself included
   * @param since when the first of those arrived
   */
  record Suspicion(ReadBlock last, int times, Instant since) {}

  /** The suspicion to remember, if any. */
  default Optional<Suspicion> remember() {
    return this instanceof Refused refused ? Optional.of(refused.suspicion()) : Optional.empty();
  }
}
