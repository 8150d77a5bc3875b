package givbridge.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What goes to a broker over one connection. Paho writes a packet piece by piece and flushes behind
 * it, which sends it; whole packets of others go between those, and many of them in one piece.
 */
final class Outlet extends OutputStream {
  private static final int FULL = 16 * 1024;

  private final OutputStream socket;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(FULL);

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

  /** Puts a whole packet behind all that waits, which is sent once it is enough. */
  synchronized void add(byte[] head, byte[] body) throws IOException {
    waiting.writeBytes(head);
    waiting.writeBytes(body);
    if (waiting.size() >= FULL) {
      send();
    }
  }

  /** Sends all that waits. */
  synchronized void send() throws IOException {
    try {
      waiting.writeTo(socket);
    } finally {
      waiting.reset();
    }
  }
}
