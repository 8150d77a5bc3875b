package givbridge.mqtt;

import java.nio.ByteBuffer;

/**
 * A PUBLISH packet (MQTT 5, 3.3) that asks for nothing: no acknowledgement, no properties, a topic
 * of printable ASCII without question marks. Nearly all are, some hundred a poll, and Paho takes
 * longer over the packet of one than all else that is done for it.
 */
final class PlainPublish {
  private static final int PUBLISH = 0x30;
  private static final int RETAIN = 0x01;
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;
  private static final byte NO_PROPERTIES = 0;

  /** The longest topic that the two bytes of its length can tell. */
  private static final int LONGEST_TOPIC = 0xFFFF;

  /** The longest packet that the four bytes of its length can tell. */
  private static final int LONGEST = 0xFFF_FFFF;

  private PlainPublish() {}

  /**
   * Whether such a packet can tell all of a message.
   *
   * @param start first part of the topic
   * @param end rest of the topic, which may be empty
   */
  static boolean fits(byte[] start, byte[] end, byte[] payload) {
    int topic = start.length + end.length;
    return topic > 0
        && topic <= LONGEST_TOPIC
        && length(topic, payload) <= LONGEST
        && isPlain(start)
        && isPlain(end);
  }

  /** In bytes a question mark may stand for a character that has none. */
  private static boolean isPlain(byte[] topic) {
    for (byte next : topic) {
      if (next < ' ' || next > '~' || next == '?') {
        return false;
      }
    }
    return true;
  }

  /** Bytes behind the length: that of the topic, the topic, that of no properties, the payload. */
  private static int length(int topic, byte[] payload) {
    return Short.BYTES + topic + 1 + payload.length;
  }

  /** Bytes of the whole packet. */
  static int size(byte[] start, byte[] end, byte[] payload) {
    int length = length(start.length + end.length, payload);
    int size = 1 + length;
    for (int rest = length; rest > 0; rest >>>= 7) {
      size++;
    }
    return size;
  }

  /** Writes the packet of a message that {@link #fits}; there must be room for its size. */
  static void write(byte[] start, byte[] end, byte[] payload, boolean retained, ByteBuffer to) {
    int topic = start.length + end.length;
    to.put((byte) (retained ? PUBLISH | RETAIN : PUBLISH));
    int rest = length(topic, payload);
    while (rest > SEVEN_BITS) {
      to.put((byte) ((rest & SEVEN_BITS) | MORE));
      rest >>>= 7;
    }
    to.put((byte) rest);
    to.putShort((short) topic);
    to.put(start);
    to.put(end);
    to.put(NO_PROPERTIES);
    to.put(payload);
  }
}
