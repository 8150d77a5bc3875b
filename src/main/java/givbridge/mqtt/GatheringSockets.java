package givbridge.mqtt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sockets that send many messages in one piece. Paho flushes after each one: the some hundred
 * messages of one poll would be as many packets and calls of the system. So a flush waits while
 * more messages are on their way; whoever knows that the last one was written calls {@link #send}.
 */
final class GatheringSockets extends SocketFactory {
  private static final Logger LOG = LoggerFactory.getLogger(GatheringSockets.class);
  private static final int BUFFER = 16 * 1024;

  private final BooleanSupplier moreFollows;
  private volatile Optional<Gathering> newest = Optional.empty();

  /**
   * Sockets of one client.
   *
   * @param moreFollows whether another message is on its way to the socket; {@link #send} must
   *     follow once that is no longer so
   */
  GatheringSockets(BooleanSupplier moreFollows) {
    this.moreFollows = moreFollows;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket =
        new Socket() {
          @Override
          public OutputStream getOutputStream() throws IOException {
            Gathering stream = new Gathering(super.getOutputStream());
            newest = Optional.of(stream);
            return stream;
          }
        };
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  /**
   * Sends what has been written to the newest socket; a socket that is gone has nothing to send.
   */
  void send() {
    try {
      if (newest.isPresent()) {
        newest.get().sendNow();
      }
    } catch (IOException e) {
      LOG.debug("What was written to the broker cannot be sent: {}", e.toString());
    }
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  /** Keeps what is written until it is full, or flushed while nothing more follows. */
  private final class Gathering extends BufferedOutputStream {
    Gathering(OutputStream out) {
      super(out, BUFFER);
    }

    @Override
    public synchronized void flush() throws IOException {
      if (!moreFollows.getAsBoolean()) {
        sendNow();
      }
    }

    void sendNow() throws IOException {
      super.flush();
    }
  }
}
