package givbridge.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * A PUBLISH packet (MQTT 5, 3.3) that asks for nothing: no acknowledgement, no properties, a topic
 * of printable ASCII. Nearly all are, some hundred a poll, and Paho takes longer over the packet of
 * one than all else that is done for it.
 */
final class PlainPublish {
  private static final int PUBLISH = 0x30;
  private static final int RETAIN = 0x01;
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;
  private static final int NO_PROPERTIES = 0;

  /** The longest topic that the two bytes of its length can tell. */
  private static final int LONGEST_TOPIC = 0xFFFF;

  /** The longest packet that the four bytes of its length can tell. */
  private static final int LONGEST = 0xFFF_FFFF;

  private PlainPublish() {}

  /** Whether a message can be written by {@link #write}. */
  static boolean fits(String topic, MqttMessage message) {
    return message.getQos() == 0
        && message.getProperties() == null
        && topic.length() <= LONGEST_TOPIC
        && length(topic, message.getPayload()) <= LONGEST
        && isPlain(topic);
  }

  private static boolean isPlain(String topic) {
    for (int i = 0; i < topic.length(); i++) {
      char next = topic.charAt(i);
      if (next < ' ' || next > '~') {
        return false;
      }
    }
    return !topic.isEmpty();
  }

  /** Bytes behind the length: that of the topic, the topic, that of no properties, the payload. */
  private static int length(String topic, byte[] payload) {
    return Short.BYTES + topic.length() + 1 + payload.length;
  }

  /** Writes the packet of a message that {@link #fits}. */
  static void write(String topic, MqttMessage message, ByteArrayOutputStream to) {
    byte[] payload = message.getPayload();
    to.write(message.isRetained() ? PUBLISH | RETAIN : PUBLISH);
    int length = length(topic, payload);
    while (length > SEVEN_BITS) {
      to.write((length & SEVEN_BITS) | MORE);
      length >>>= 7;
    }
    to.write(length);
    to.write(topic.length() >>> Byte.SIZE);
    to.write(topic.length());
    to.writeBytes(topic.getBytes(StandardCharsets.US_ASCII));
    to.write(NO_PROPERTIES);
    to.writeBytes(payload);
  }
}
