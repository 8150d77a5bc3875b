package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private static final String HOST = "127.0.0.1";

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(HOST));
  }

  @Test
  void everyTakenPortIsToldAndFreeOnesStayFree() throws IOException {
    Faults faults = new Faults();
    int free;
    try (ServerSocket socket = listen()) {
      free = socket.getLocalPort();
    }
    try (ServerSocket one = listen();
        ServerSocket two = listen()) {
      PortCheck.check(
          List.of(
              new NeededPort("WEB_PORT", HOST, one.getLocalPort()),
              new NeededPort("REST_PORT", HOST, free),
              new NeededPort("REST_PORT + 1", HOST, two.getLocalPort())),
          faults);
      assertThat(faults.list())
          .hasSize(2)
          .allMatch(text -> text.contains("in use") && text.endsWith("choose another port"));
      assertThat(faults.list().get(0)).startsWith("port " + one.getLocalPort() + " (WEB_PORT)");
      assertThat(faults.list().get(1)).contains("(REST_PORT + 1)");
    }
    try (ServerSocket socket = new ServerSocket(free, 1, InetAddress.getByName(HOST))) {
      assertThat(socket.isBound()).isTrue();
    }
  }
}
