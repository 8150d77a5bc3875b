package givbridge.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Stands between a client and a broker, and may stop to pass bytes on, or cut the line. */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket server;
  private volatile int target;
  private final Consumer<byte[]> sent;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean frozen;

  public TcpProxy(int target) throws IOException {
    this(target, bytes -> {});
  }

  /**
   * A proxy that tells what clients send.
   *
   * @param sent takes the bytes of all clients in the order in which they come
   */
  public TcpProxy(int target, Consumer<byte[]> sent) throws IOException {
    this(target, sent, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /**
   * As {@link #TcpProxy(int, Consumer)}.
   *
   * @param server takes the clients' connections, such as encrypted ones
   */
  public TcpProxy(int target, Consumer<byte[]> sent, ServerSocket server) {
    this.target = target;
    this.sent = sent;
    this.server = server;
    daemon(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Neither reads nor writes any more, but keeps all connections and takes new ones. */
  public void freeze() {
    frozen = true;
  }

  public void thaw() {
    synchronized (this) {
      frozen = false;
      notifyAll();
    }
  }

  /** Ends all connections without a word. */
  public void cut() {
    sockets.forEach(TcpProxy::end);
    sockets.clear();
  }

  /** Leads to another port from now on; all connections end. */
  public void lead(int to) {
    target = to;
    cut();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(client, broker));
        daemon(() -> pass(client, broker, sent));
        daemon(() -> pass(broker, client, bytes -> {}));
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void pass(Socket from, Socket to, Consumer<byte[]> told) {
    byte[] buffer = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitThaw();
        told.accept(Arrays.copyOf(buffer, n));
        out.write(buffer, 0, n);
      }
    } catch (IOException | InterruptedException e) {
      end(to);
    }
    end(to);
  }

  private synchronized void awaitThaw() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
    thaw();
  }
}
