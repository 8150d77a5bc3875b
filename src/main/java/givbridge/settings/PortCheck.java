package givbridge.settings;

import givbridge.tables.Faults;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Tries every port before the program opens any: an HTTP server that finds its port taken only logs
 * it, and the process would live on deaf.
 */
public final class PortCheck {
  private PortCheck() {}

  /** Opens and closes each port; each that cannot be opened is a fault. */
  public static void check(List<NeededPort> ports, Faults faults) {
    for (NeededPort needed : ports) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(needed.host(), needed.port()));
      } catch (IOException e) {
        faults.add(
            "port "
                + needed.port()
                + " ("
                + needed.setting()
                + ") cannot be opened on "
                + needed.host()
                + ": "
                + e.getMessage()
                + "; stop the program that has it, or choose another port");
      }
    }
  }
}
