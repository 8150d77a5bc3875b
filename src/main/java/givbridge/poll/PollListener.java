package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.Topology;

/** Hears what happens while a plant is read: for the log, for counters. */
public interface PollListener {
  /** A plant was found, or found changed. */
  default void found(Topology topology) {}

  /**
   * A block was not believed.
   *
   * @param kind short word, such as {@code spliced}
   */
  default void refused(BlockKey key, String kind, String detail) {}

  /** An optional block is not asked for again until the next connection. */
  default void absent(BlockKey key) {}

  /** A device has not answered for a while; it keeps its place and is asked now and then. */
  default void vanished(Device device) {}

  /** A device that had vanished answers again. */
  default void returned(Device device) {}

  /** Another inverter answers where the known one was; everything is found anew. */
  default void identityChanged(String before, String now) {}
}
