package givbridge.modbus;

import givbridge.modbus.Frame.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A dongle on a free port of this machine which answers as the test says. */
public final class FakeDongle implements AutoCloseable {

  public final List<Frame> received = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Function<Request, List<byte[]>> answers;

  public FakeDongle(Function<Request, List<byte[]>> answers) throws IOException {
    this.answers = answers;
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  void send(byte[] bytes) throws IOException {
    for (Socket socket : sockets) {
      socket.getOutputStream().write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        connections.incrementAndGet();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test closed the server.
    }
  }

  private void serve(Socket socket) {
    FrameReader reader = new FrameReader();
    byte[] chunk = new byte[512];
    try {
      for (int n = socket.getInputStream().read(chunk);
          n >= 0;
          n = socket.getInputStream().read(chunk)) {
        for (Frame frame : reader.feed(Arrays.copyOf(chunk, n))) {
          received.add(frame);
          if (frame instanceof Request request) {
            for (byte[] answer : answers.apply(request)) {
              socket.getOutputStream().write(answer);
            }
          }
        }
      }
    } catch (IOException e) {
      // The test closed the socket.
    } finally {
      sockets.remove(socket);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fake-dongle");
    thread.setDaemon(true);
    thread.start();
  }
}
