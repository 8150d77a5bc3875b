package givbridge.bench;

import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.FrameReader;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a dongle and notes when frames pass, before they are passed on. */
final class Wiretap {
  private final EventLoop loop;
  private final int dongle;
  private final List<Passed> passed = new CopyOnWriteArrayList<>();
  private final Channel listener;

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
          && request.request() instanceof com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
    }
  }

  /** A tap before the dongle on that port of the loopback address. */
  Wiretap(EventLoop loop, int dongle) {
    this.loop = loop;
    this.dongle = dongle;
    this.listener =
        new ServerBootstrap()
            .group(loop, loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
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
        .handler(new Pipe(client))
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), dongle))
        .addListener(
            (io.netty.channel.ChannelFuture done) -> {
              client.pipeline().addLast(new Pipe(done.channel()));
              client.config().setAutoRead(true);
            });
  }

  /** Port to which the program connects. */
  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** All that passed, in order. */
  List<Passed> passed() {
    return passed;
  }

  private final class Pipe extends ChannelInboundHandlerAdapter {
    private final Channel other;
    private final FrameReader reader = new FrameReader();

    Pipe(Channel other) {
      this.other = other;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      long now = System.nanoTime();
      reader
          .feed(((ByteBuf) bytes).duplicate())
          .forEach(frame -> passed.add(new Passed(now, frame)));
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
