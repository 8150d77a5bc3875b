package givbridge.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * What subscribers shall read when a client is gone: the broker publishes it, retained, if the
 * connection breaks; the client itself does on an orderly end.
 *
 * @param topic where
 * @param payload what
 */
public record LastWord(String topic, String payload) {
  private static final int AT_LEAST_ONCE = 1;

  MqttMessage message() {
    MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
    message.setQos(AT_LEAST_ONCE);
    message.setRetained(true);
    return message;
  }
}
