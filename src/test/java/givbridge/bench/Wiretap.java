package givbridge.bench;

import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.FrameReader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a dongle and notes when frames pass. One client at a time. */
final class Wiretap implements Relay.Listener {
  private final FrameReader requests = new FrameReader();
  private final FrameReader answers = new FrameReader();
  private final List<Passed> passed = new CopyOnWriteArrayList<>();
  private final List<Long> accepted = new CopyOnWriteArrayList<>();
  private final Relay relay;

  /**
   * A frame that passed.
   *
   * @param at when, by {@link System#nanoTime}
   * @param frame a request, or an answer of any kind
   */
  record Passed(long at, Frame frame) {
    boolean isReply() {
      return frame instanceof Reply;
    }

    boolean isRequest() {
      return frame instanceof Request;
    }

    /** Whether this asks to write a register. */
    boolean isWrite() {
      return frame instanceof Request request
          && request.request() instanceof WriteSingleRegisterRequest;
    }
  }

  /** A tap before the dongle on that port of the loopback address. */
  Wiretap(EventLoop loop, int dongle) {
    this.relay = new Relay(loop, dongle, this);
  }

  @Override
  public void accepted(long at) {
    accepted.add(at);
  }

  @Override
  public void passing(long at, boolean fromServer, ByteBuf bytes) {
    (fromServer ? answers : requests).feed(bytes).forEach(it -> passed.add(new Passed(at, it)));
  }

  /** Port to which the program connects. */
  int port() {
    return relay.port();
  }

  /** When clients connected, by {@link System#nanoTime}, in order. */
  List<Long> accepted() {
    return accepted;
  }

  /** All that passed, in order. */
  List<Passed> passed() {
    return passed;
  }
}
