package givbridge.modbus;

/**
 * Where a dongle listens.
 *
 * @param name the inverter's name in messages
 * @param host address or host name
 * @param port TCP port, 1..65535; dongles use 8899
 */
public record LaneAddress(String name, String host, int port) {

  /** Refuses a port which cannot be. */
  public LaneAddress {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("the port of " + name + " must be 1..65535, not " + port);
    }
  }

  /** For messages, as {@code inverter 1 (192.0.2.7:8899)}. */
  @Override
  public String toString() {
    return "%s (%s:%d)".formatted(name, host, port);
  }
}
