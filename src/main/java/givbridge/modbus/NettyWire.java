package givbridge.modbus;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/** One TCP connection: bytes in become frames, frames out become bytes. */
final class NettyWire extends ChannelInboundHandlerAdapter {

  /** Room for a request or a heartbeat. */
  private static final int USUAL = 64;

  private final FrameReader reader = new FrameReader();
  private final ByteBuf leaving = Unpooled.directBuffer(USUAL);
  private final Dialer.Listener listener;
  private final Duration age;
  private String endedBy = "the connection was closed by the dongle";

  /**
   * A connection of which the listener hears.
   *
   * @param age how long the other side had accepted it before
   */
  NettyWire(Dialer.Listener listener, Duration age) {
    this.listener = listener;
    this.age = age;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    listener.opened(
        new Dialer.Wire() {
          @Override
          public Duration age() {
            return age;
          }

          @Override
          public void send(byte[] frame) {
            // Whatever fails is told to exceptionCaught.
            var unused = context.writeAndFlush(asSent(frame), context.voidPromise());
          }

          @Override
          public void close() {
            var unused = context.close();
          }
        });
  }

  /** In the same buffer each time, as what was sent before has mostly left. */
  private ByteBuf asSent(byte... frame) {
    return leaving.refCnt() == 1
        ? leaving.retain().clear().writeBytes(frame)
        : Unpooled.wrappedBuffer(frame);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    leaving.release();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    try {
      for (Frame frame : reader.feed((ByteBuf) bytes)) {
        listener.arrived(frame);
      }
    } finally {
      ReferenceCountUtil.release(bytes);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    listener.closed(endedBy);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    endedBy = "the connection broke, " + cause;
    var unused = context.close();
  }
}
