package givbridge.modbus;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is opened while the program is still put together. It is opened by Java's own
 * means, as those of the lanes take a while to load: a data adapter wants to be left alone for a
 * moment after it has accepted, and that moment passes meanwhile.
 */
public final class EarlyDial implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EarlyDial.class);

  private final LaneAddress address;
  private final Duration timeout;
  private final CompletableFuture<Accepted> accepted = new CompletableFuture<>();

  /**
   * An open connection.
   *
   * @param nanos when the other side accepted, by {@link System#nanoTime}
   */
  record Accepted(SocketChannel socket, long nanos) {
    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  /** A connection that is not begun yet. */
  public EarlyDial(LaneAddress address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /** Opens the connection, or finds that there is none to be had. May block as long as that. */
  @Override
  public void run() {
    try {
      InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
      if (target.isUnresolved()) {
        throw new UnknownHostException("the host name " + address.host() + " is unknown");
      }
      SocketChannel socket = SocketChannel.open();
      try {
        socket.socket().connect(target, (int) timeout.toMillis());
      } catch (IOException e) {
        socket.close();
        throw e;
      }
      if (!accepted.complete(new Accepted(socket, System.nanoTime()))) {
        socket.close();
      }
    } catch (IOException | RuntimeException e) {
      accepted.completeExceptionally(e);
    }
  }

  /** Ends with the open connection, or with an exception that says why there is none. */
  CompletableFuture<Accepted> accepted() {
    return accepted;
  }

  /** Closes the connection, whoever has it now. */
  @Override
  public void close() {
    accepted.cancel(false);
    if (!accepted.isCompletedExceptionally()) {
      try {
        accepted.join().socket().close();
      } catch (IOException e) {
        LOG.debug("{} cannot be closed", address, e);
      }
    }
  }
}
