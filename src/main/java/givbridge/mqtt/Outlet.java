package givbridge.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;

/**
 * What goes to a broker over one connection. Paho writes a packet piece by piece and flushes behind
 * it, which sends it; whole packets of others go between those, and many of them in one piece.
 */
final class Outlet extends OutputStream {
  private static final int FULL = 16 * 1024;
  private static final int EMPTY = 512;

  private final OutputStream socket;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream(EMPTY);

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
    begun.writeTo(waiting);
    begun.reset();
    send();
  }

  /** Puts a message of QoS 0 behind all that waits, which is sent once it is enough. */
  synchronized void add(String topic, MqttMessage message) throws IOException, MqttException {
    if (PlainPublish.fits(topic, message)) {
      PlainPublish.write(topic, message, waiting);
    } else {
      MqttPublish packet = new MqttPublish(topic, message, message.getProperties());
      waiting.writeBytes(packet.getHeader());
      waiting.writeBytes(packet.getPayload());
    }
    if (waiting.size() >= FULL) {
      send();
    }
  }

  /** Sends all that waits. */
  synchronized void send() throws IOException {
    try {
      waiting.writeTo(socket);
    } finally {
      empty();
    }
  }

  /** What held the messages of a whole poll is given back until the next: there may be hundreds. */
  private void empty() {
    if (waiting.size() > EMPTY) {
      waiting = new ByteArrayOutputStream(EMPTY);
    } else {
      waiting.reset();
    }
  }
}
