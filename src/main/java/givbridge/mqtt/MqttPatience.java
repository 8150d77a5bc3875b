package givbridge.mqtt;

import java.time.Duration;

/**
 * Times and bounds of an MQTT client.
 *
 * @param keepAlive longest silence of the broker before it counts as gone; whole seconds
 * @param answer how long the broker's answer is waited for: to a connection, and to a message of
 *     QoS 1 or 2; whole seconds
 * @param firstRetry rest after the first failure
 * @param laterRetry rest after each further one
 * @param unsent how many messages may wait for a slow broker behind an encrypted connection;
 *     further ones are dropped
 */
public record MqttPatience(
    Duration keepAlive, Duration answer, Duration firstRetry, Duration laterRetry, int unsent) {

  /** A broker that comes back is used again within five seconds. */
  public static MqttPatience usual() {
    return new MqttPatience(
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        5000);
  }
}
