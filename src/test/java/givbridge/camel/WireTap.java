package givbridge.camel;

import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.FrameReader;
import givbridge.testing.TcpProxy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The wire to an inverter, with everything noted that goes to it. */
final class WireTap implements AutoCloseable {
  private final FrameReader reader = new FrameReader();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final TcpProxy wire;

  WireTap(int dongle) throws IOException {
    wire = new TcpProxy(dongle, this::note);
  }

  int port() {
    return wire.port();
  }

  /** Leads to another dongle from now on, as when an address was given away. */
  void lead(int dongle) {
    wire.lead(dongle);
  }

  private synchronized void note(byte[] bytes) {
    for (Frame frame : reader.feed(bytes)) {
      if (frame instanceof Request request) {
        requests.add(request);
      }
    }
  }

  /** All requests so far. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The writes since so many requests, such as {@code 94=530 95=700}. */
  String writesSince(int count) {
    return requests.stream()
        .skip(count)
        .map(Request::request)
        .filter(WriteSingleRegisterRequest.class::isInstance)
        .map(WriteSingleRegisterRequest.class::cast)
        .map(write -> write.getReference() + "=" + write.getRegister().getValue())
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
