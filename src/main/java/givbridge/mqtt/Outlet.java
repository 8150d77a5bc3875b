package givbridge.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a broker over one connection. Paho writes a packet piece by piece and flushes behind
 * it, which sends it; whole packets of others go between those, and many of them in one piece.
 */
final class Outlet extends OutputStream {
  /** Room for the messages of a poll: each piece costs more to send than to fill. */
  private static final int ROOM = 32 * 1024;

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);
  private static final byte[] NOTHING = {};

  /**
   * One for all connections, of which there may be hundreds: mostly one of them sends at a time.
   */
  private static final AtomicReference<@Nullable ByteBuffer> SPARE = new AtomicReference<>();

  private final OutputStream socket;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private ByteBuffer waiting = NONE;

  Outlet(OutputStream socket) {
    this.socket = socket;
  }

  @Override
  public synchronized void write(int piece) {
    begun.write(piece);
  }

  @Override
  public synchronized void write(byte[] pieces, int offset, int length) {
    begun.write(pieces, offset, length);
  }

  /** Ends a packet of Paho's, and sends it behind all that waits. */
  @Override
  public synchronized void flush() throws IOException {
    byte[] packet = begun.toByteArray();
    begun.reset();
    if (waiting.position() > 0) {
      append(packet);
      send();
    } else {
      socket.write(packet);
    }
  }

  /**
   * Puts a message of QoS 0 without properties behind all that waits, which is sent once it is
   * enough.
   */
  synchronized void add(String topic, byte[] payload, boolean retained)
      throws IOException, MqttException {
    if (!addPlain(topic.getBytes(StandardCharsets.UTF_8), NOTHING, payload, retained)) {
      append(ofPaho(topic, new MqttMessage(payload, 0, retained, null)));
    }
  }

  /**
   * As {@link #add}, and quicker.
   *
   * @param start first part of the topic
   * @param end rest of the topic, which may be empty
   * @return false: it is no plain message, and was not added
   */
  synchronized boolean addPlain(byte[] start, byte[] end, byte[] payload, boolean retained)
      throws IOException {
    int size = PlainPublish.size(start, end, payload);
    if (size > ROOM || !PlainPublish.fits(start, end, payload)) {
      return false;
    }
    makeRoom(size);
    PlainPublish.write(start, end, payload, retained, waiting);
    return true;
  }

  private static byte[] ofPaho(String topic, MqttMessage message) throws MqttException {
    MqttPublish packet = new MqttPublish(topic, message, null);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(packet.getHeader());
    whole.writeBytes(packet.getPayload());
    return whole.toByteArray();
  }

  private void append(byte[] packet) throws IOException {
    if (packet.length <= ROOM) {
      makeRoom(packet.length);
      waiting.put(packet);
    } else {
      send();
      socket.write(packet);
    }
  }

  private void makeRoom(int size) throws IOException {
    if (waiting.remaining() < size) {
      send();
      ByteBuffer spare = SPARE.getAndSet(null);
      waiting = spare == null ? ByteBuffer.allocate(ROOM) : spare;
    }
  }

  /** Sends all that waits. */
  synchronized void send() throws IOException {
    ByteBuffer all = waiting;
    waiting = NONE;
    if (all.position() > 0) {
      socket.write(all.array(), all.arrayOffset(), all.position());
      SPARE.set(all.clear());
    }
  }
}
