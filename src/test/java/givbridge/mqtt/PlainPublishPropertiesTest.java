package givbridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;

/** Our packets are those that Paho makes of the same message. */
class PlainPublishPropertiesTest {
  private static final byte[] NOTHING = {};

  private static MqttMessage message(byte[] payload, boolean retained) {
    MqttMessage message = new MqttMessage(payload);
    message.setQos(0);
    message.setRetained(retained);
    return message;
  }

  private static boolean fits(String topic) {
    return PlainPublish.fits(topic.getBytes(StandardCharsets.UTF_8), NOTHING, new byte[1]);
  }

  private static byte[] ours(String topic, int split, MqttMessage message) {
    byte[] start = topic.substring(0, split).getBytes(StandardCharsets.UTF_8);
    byte[] end = topic.substring(split).getBytes(StandardCharsets.UTF_8);
    byte[] payload = message.getPayload();
    assertThat(PlainPublish.fits(start, end, payload)).isTrue();
    ByteBuffer packet = ByteBuffer.allocate(PlainPublish.size(start, end, payload));
    PlainPublish.write(start, end, payload, message.isRetained(), packet);
    assertThat(packet.hasRemaining()).as("room that was asked for and not used").isFalse();
    return packet.array();
  }

  private static byte[] pahos(String topic, MqttMessage message) throws MqttException {
    MqttPublish packet = new MqttPublish(topic, message, message.getProperties());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(packet.getHeader());
    bytes.writeBytes(packet.getPayload());
    return bytes.toByteArray();
  }

  @Property
  void aPacketIsThatOfPaho(
      @ForAll
          @StringLength(min = 1, max = 300)
          @CharRange(from = ' ', to = '>')
          @CharRange(from = '@', to = '~')
          String topic,
      @ForAll @Size(max = 300) byte[] payload,
      @ForAll boolean retained,
      @ForAll @IntRange(max = 300) int split)
      throws MqttException {
    MqttMessage message = message(payload, retained);
    assertThat(ours(topic, Math.min(split, topic.length()), message))
        .isEqualTo(pahos(topic, message));
  }

  @Property(tries = 30)
  void aLongPacketTooIsThatOfPaho(@ForAll @IntRange(min = 16_300, max = 16_400) int length)
      throws MqttException {
    MqttMessage message = message(new byte[length], false);
    assertThat(ours("house/state", 5, message)).isEqualTo(pahos("house/state", message));
    MqttMessage longer = message(new byte[128 * length], true);
    assertThat(ours("house/state", 5, longer)).isEqualTo(pahos("house/state", longer));
  }

  @Property
  void whatIsNotPlainAsciiIsLeftToPaho(@ForAll @StringLength(max = 20) String topic) {
    boolean plain =
        !topic.isEmpty()
            && topic.equals(
                new String(topic.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII))
            && topic.indexOf('?') < 0
            && topic.chars().noneMatch(Character::isISOControl);
    assertThat(fits(topic)).isEqualTo(plain);
    byte[] bytes = topic.getBytes(StandardCharsets.UTF_8);
    assertThat(PlainPublish.fits(NOTHING, bytes, NOTHING)).isEqualTo(plain);
  }

  @Example
  void aTopicThatIsTooLongIsLeftToPaho() {
    assertThat(fits("a".repeat(65_536))).isFalse();
    assertThat(fits("a".repeat(65_535))).isTrue();
  }
}
