package givbridge.link;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import java.util.List;

/** Reads blocks of a plant and writes its registers, one request at a time. */
public interface PlantLink {
  /** For what a block is read; it decides who goes first and how patient the lane is. */
  enum Purpose {
    /** Part of a poll. */
    POLL,
    /** Asks whether something is there at all: fewer tries. */
    PROBE,
    /** Part of a command: goes before every poll. */
    COMMAND
  }

  /**
   * Reads a block.
   *
   * @throws LinkException if no usable answer came
   */
  Block read(BlockKey key, Purpose purpose) throws LinkException;

  /**
   * Reads blocks, one request at a time, in this order.
   *
   * @return whether all were asked for; false if the taker ended it
   * @throws LinkException if the taker threw it, or the thread was interrupted
   */
  default boolean readAll(List<Ask> asks, AnswerTaker taker) throws LinkException {
    for (Ask ask : asks) {
      Answer answer = answer(ask);
      taker.take(answer);
      if (!taker.goesOn(answer)) {
        return false;
      }
    }
    return true;
  }

  private Answer answer(Ask ask) {
    try {
      return new Answer.Came(read(ask.key(), ask.purpose()));
    } catch (LinkException e) {
      return new Answer.Missing(ask.key(), e);
    }
  }

  /**
   * Writes one holding register of the inverter, once: a write without an echo may have been
   * stored.
   *
   * @param register register number
   * @param value 0..65535
   * @return the value that the echo says is stored
   * @throws LinkException if no echo came
   */
  int write(int register, int value) throws LinkException;

  /** Changes whenever a new connection was made; what was found absent may then be there. */
  long connection();
}
