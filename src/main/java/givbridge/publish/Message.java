package givbridge.publish;

import givbridge.view.Place;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message for a broker.
 *
 * <p>Some hundred topics a poll begin with the same words and end like those of the poll before, so
 * that both parts of a topic are kept as they travel, and seldom put together.
 */
public final class Message {
  private static final byte[] NOTHING = {};

  private final Stem stem;
  private final @Nullable Place place;
  private final String payload;
  private final int qos;
  private final boolean retained;

  /** The words that topics begin with, also as they travel. */
  static final class Stem {
    private final String text;
    private final byte[] utf8;

    Stem(String text) {
      this.text = text;
      this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * A message.
   *
   * @param topic where it goes
   * @param payload what it says; empty with {@code retained}: forget what was kept there
   * @param qos quality of service, 0..2
   * @param retained whether the broker keeps it
   */
  public Message(String topic, String payload, int qos, boolean retained) {
    this(new Stem(topic), null, payload, qos, retained);
  }

  /** A message of a place below a stem. */
  Message(Stem stem, @Nullable Place place, String payload, int qos, boolean retained) {
    this.stem = stem;
    this.place = place;
    this.payload = payload;
    this.qos = qos;
    this.retained = retained;
  }

  /** Where it goes. */
  public String topic() {
    return place == null ? stem.text : stem.text + place.path();
  }

  /** The first part of the topic as it travels; not to be changed. */
  public byte[] topicStart() {
    return stem.utf8;
  }

  /** The rest of the topic as it travels, which may be empty; not to be changed. */
  public byte[] topicEnd() {
    return place == null ? NOTHING : place.utf8();
  }

  /** What it says; empty where it is {@link #retained}: forget what was kept there. */
  public String payload() {
    return payload;
  }

  /** The payload as it travels. */
  public byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  /** Quality of service, 0..2. */
  public int qos() {
    return qos;
  }

  /** Whether the broker keeps it. */
  public boolean retained() {
    return retained;
  }

  /** Whatever parts its topic was put together from. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message message
        && qos == message.qos
        && retained == message.retained
        && payload.equals(message.payload)
        && topic().equals(message.topic());
  }

  @Override
  public int hashCode() {
    return Objects.hash(topic(), payload);
  }

  @Override
  public String toString() {
    return topic() + "=" + payload + " (QoS " + qos + (retained ? ", retained)" : ")");
  }
}
