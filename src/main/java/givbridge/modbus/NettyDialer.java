package givbridge.modbus;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Opens TCP connections on one event loop. */
final class NettyDialer implements Dialer {

  private final EventLoop loop;
  private final LaneAddress address;
  private final Duration connectTimeout;

  NettyDialer(EventLoop loop, LaneAddress address, Duration connectTimeout) {
    this.loop = loop;
    this.address = address;
    this.connectTimeout = connectTimeout;
  }

  /** The name is looked up elsewhere, since that may block and the loop serves every lane. */
  @Override
  public void dial(Listener listener) {
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
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis())
            .handler(new NettyWire(listener))
            .connect(target);
    opening.addListener(
        done -> {
          if (!done.isSuccess()) {
            listener.failed("no connection, " + done.cause().getMessage());
          }
        });
  }
}
