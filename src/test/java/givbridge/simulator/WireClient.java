package givbridge.simulator;

import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.Envelope;
import givbridge.modbus.Frame;
import givbridge.modbus.FrameReader;
import givbridge.modbus.RequestKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** A client that shows what is on the wire. */
final class WireClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5000;

  /** Long enough for an answer over the loopback, which takes a millisecond or two. */
  private static final int QUIET_MILLIS = 150;

  private final Socket socket;
  private final FrameReader reader = new FrameReader();
  private final Deque<Frame> waiting = new ArrayDeque<>();

  WireClient(Simulator simulator) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
    socket.setTcpNoDelay(true);
  }

  void ask(RequestKey key) throws IOException {
    send(Envelope.encodeRequest(key.toReadRequest()));
  }

  void write(int register, int value) throws IOException {
    WriteSingleRegisterRequest request =
        new WriteSingleRegisterRequest(register, new SimpleRegister(value));
    request.setUnitID(0x11);
    send(Envelope.encodeRequest(request));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next frame. */
  Frame next() throws IOException {
    return next(PATIENCE_MILLIS).orElseThrow(() -> new AssertionError("nothing came"));
  }

  /** Whether nothing comes for a while. */
  boolean isQuiet() throws IOException {
    return next(QUIET_MILLIS).isEmpty();
  }

  /** Whether the dongle has hung up. */
  boolean isHungUpOn() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    byte[] chunk = new byte[512];
    try {
      while (true) {
        if (socket.getInputStream().read(chunk) < 0) {
          return true;
        }
      }
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Optional<Frame> next(int millis) throws IOException {
    socket.setSoTimeout(millis);
    byte[] chunk = new byte[512];
    try {
      while (waiting.isEmpty()) {
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
          throw new AssertionError("the dongle hung up");
        }
        waiting.addAll(reader.feed(Arrays.copyOf(chunk, count)));
      }
      return Optional.of(waiting.remove());
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
