package givbridge.simulator;

import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.FrameReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client of a dongle. On the dongle's event loop only. */
final class Client extends ChannelInboundHandlerAdapter {

  /** Who hears of it. */
  interface Owner {

    /** Whether the client may stay. */
    boolean connected(Client client);

    void disconnected(Client client);

    void requested(Client client, Request request);
  }

  private static final int PATIENCE = 3;

  private final Owner owner;
  private final Optional<Duration> idleClose;
  private final FrameReader reader = new FrameReader();
  private @Nullable ChannelHandlerContext context;
  private @Nullable ScheduledFuture<?> idle;
  private int unanswered;

  Client(Owner owner, Optional<Duration> idleClose) {
    this.owner = owner;
    this.idleClose = idleClose;
  }

  /** Sends bytes, if the connection still stands. */
  void send(byte[] bytes) {
    ChannelHandlerContext open = context;
    if (open != null) {
      var unused = open.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }
  }

  /** Sends a sign of life, or hangs up on a client that has not answered three of them. */
  void heartbeat(byte[] frame) {
    if (unanswered >= PATIENCE) {
      hangUp();
    } else {
      unanswered++;
      send(frame);
    }
  }

  void hangUp() {
    ChannelHandlerContext open = context;
    if (open != null) {
      var unused = open.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext opened) {
    context = opened;
    if (owner.connected(this)) {
      watchIdle();
    } else {
      hangUp();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext closed) {
    context = null;
    stopIdle();
    owner.disconnected(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object bytes) {
    try {
      watchIdle();
      for (Frame frame : reader.feed((ByteBuf) bytes)) {
        if (frame instanceof Heartbeat) {
          unanswered = 0;
        } else if (frame instanceof Request request) {
          owner.requested(this, request);
        }
      }
    } finally {
      ReferenceCountUtil.release(bytes);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext broken, Throwable cause) {
    hangUp();
  }

  private void watchIdle() {
    stopIdle();
    ChannelHandlerContext open = context;
    if (open != null && idleClose.isPresent()) {
      idle =
          open.executor().schedule(this::hangUp, idleClose.get().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void stopIdle() {
    ScheduledFuture<?> running = idle;
    idle = null;
    if (running != null) {
      running.cancel(false);
    }
  }
}
