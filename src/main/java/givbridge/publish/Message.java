package givbridge.publish;

import java.nio.charset.StandardCharsets;

/**
 * A message for a broker.
 *
 * @param topic where it goes
 * @param payload what it says; empty with {@code retained}: forget what was kept there
 * @param qos quality of service, 0..2
 * @param retained whether the broker keeps it
 */
public record Message(String topic, String payload, int qos, boolean retained) {
  /** The payload as it travels. */
  public byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
