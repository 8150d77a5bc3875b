package givbridge.link;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;

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
   * Writes one holding register of the inverter.
   *
   * @param register register number
   * @param value 0..65535
   * @param repeatable whether it may be sent again while no echo comes; an action must not
   * @return the value that the echo says is stored
   * @throws LinkException if no echo came
   */
  int write(int register, int value, boolean repeatable) throws LinkException;

  /** Changes whenever a new connection was made; what was found absent may then be there. */
  long connection();
}
