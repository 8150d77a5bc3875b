package givbridge.modbus;

import givbridge.modbus.EarlyDial.Accepted;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Opens TCP connections on one event loop. */
final class NettyDialer implements Dialer {

  private final EventLoop loop;
  private final RecvByteBufAllocator room;
  private final LaneAddress address;
  private final Duration connectTimeout;
  private Optional<EarlyDial> early;

  /**
   * A dialer.
   *
   * @param room for what arrives on the loop
   * @param early the first connection, which was begun before
   */
  NettyDialer(
      EventLoop loop,
      RecvByteBufAllocator room,
      LaneAddress address,
      Duration connectTimeout,
      Optional<EarlyDial> early) {
    this.loop = loop;
    this.room = room;
    this.address = address;
    this.connectTimeout = connectTimeout;
    this.early = early;
  }

  @Override
  public void dial(Listener listener) {
    Optional<EarlyDial> begun = early;
    early = Optional.empty();
    begun.ifPresentOrElse(dial -> adopt(dial, listener), () -> begin(listener));
  }

  private void adopt(EarlyDial dial, Listener listener) {
    var unused =
        dial.accepted()
            .thenAcceptAsync(accepted -> adopt(accepted, listener), loop)
            .whenCompleteAsync(
                (done, failure) -> {
                  if (failure != null) {
                    failed(failure.getCause(), listener);
                  }
                },
                loop);
  }

  private void adopt(Accepted accepted, Listener listener) {
    NioSocketChannel channel = new NioSocketChannel(accepted.socket());
    channel.config().setTcpNoDelay(true).setKeepAlive(true).setRecvByteBufAllocator(room);
    channel.pipeline().addLast(new NettyWire(listener, accepted.age()));
    tellFailure(loop.register(channel), listener);
  }

  private static void tellFailure(ChannelFuture opening, Listener listener) {
    opening.addListener(
        done -> {
          if (!done.isSuccess()) {
            failed(done.cause(), listener);
          }
        });
  }

  private static void failed(@Nullable Throwable why, Listener listener) {
    listener.failed("no connection, " + (why == null ? "for no known reason" : why.getMessage()));
  }

  /** The name is looked up elsewhere, since that may block and the loop serves every lane. */
  private void begin(Listener listener) {
    var unused =
        CompletableFuture.supplyAsync(() -> new InetSocketAddress(address.host(), address.port()))
            .thenAcceptAsync(target -> connect(target, listener), loop);
  }

  private void connect(InetSocketAddress target, Listener listener) {
    if (target.isUnresolved()) {
      listener.failed("the host name " + address.host() + " is unknown");
      return;
    }
    ChannelFuture opening =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.RCVBUF_ALLOCATOR, room)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis())
            .handler(new NettyWire(listener, Duration.ZERO))
            .connect(target);
    tellFailure(opening, listener);
  }
}
