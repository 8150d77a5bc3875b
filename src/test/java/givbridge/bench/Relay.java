package givbridge.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands before a server on the loopback address and passes all bytes on, both ways. */
final class Relay {
  private final EventLoop loop;
  private final int server;
  private final Listener listener;
  private final Channel door;

  /** Hears of all bytes before they are passed on, on the relay's thread. */
  interface Listener {
    /**
     * A client has connected.
     *
     * @param at when, by {@link System#nanoTime}
     */
    default void accepted(long at) {
      // Most listeners look at bytes alone.
    }

    /**
     * Bytes have come.
     *
     * @param at when, by {@link System#nanoTime}
     * @param fromServer whether the server sent them, not the client
     * @param bytes to be looked at; what is read of them is passed on all the same
     */
    void passing(long at, boolean fromServer, ByteBuf bytes);
  }

  /** A relay before the server on that port. */
  Relay(EventLoop loop, int server, Listener listener) {
    this.loop = loop;
    this.server = server;
    this.listener = listener;
    this.door =
        new ServerBootstrap()
            .group(loop, loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    listener.accepted(System.nanoTime());
                    dial(client);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  private void dial(SocketChannel client) {
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new Pipe(client, true))
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server))
        .addListener(
            (ChannelFuture done) -> {
              client.pipeline().addLast(new Pipe(done.channel(), false));
              client.config().setAutoRead(true);
            });
  }

  /** Port to which clients connect. */
  int port() {
    return ((InetSocketAddress) door.localAddress()).getPort();
  }

  private final class Pipe extends ChannelInboundHandlerAdapter {
    private final Channel other;
    private final boolean fromServer;

    Pipe(Channel other, boolean fromServer) {
      this.other = other;
      this.fromServer = fromServer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      listener.passing(System.nanoTime(), fromServer, ((ByteBuf) bytes).duplicate());
      other.writeAndFlush(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      other.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
