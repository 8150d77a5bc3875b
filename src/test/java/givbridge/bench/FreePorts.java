package givbridge.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address that nobody listens on. */
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private FreePorts() {}

  /** The first of so many free ports in a row. */
  static int inARow(int count) {
    int first = FIRST;
    for (int port = FIRST; port < LAST; port++) {
      if (!isFree(port)) {
        first = port + 1;
      } else if (port - first + 1 == count) {
        return first;
      }
    }
    throw new IllegalStateException("there are no " + count + " free ports in a row");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
