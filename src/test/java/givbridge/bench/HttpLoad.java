package givbridge.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Clients that ask for the same path again and again, each as soon as it has its answer. */
final class HttpLoad implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final String LENGTH = "content-length:";
  private static final String GOOD = "HTTP/1.1 200";

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("http-load", true));
  private final byte[] request;
  private final List<Long> durations = new ArrayList<>();
  private long countingSince = System.nanoTime();
  private boolean bad;

  /** Sixteen clients of that path. */
  HttpLoad(int port, String path) throws InterruptedException {
    request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < CONNECTIONS; i++) {
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .handler(new Client())
          .connect(InetAddress.getLoopbackAddress(), port)
          .sync();
    }
  }

  /** Forgets what was measured so far. */
  void restart() {
    synchronized (durations) {
      durations.clear();
      countingSince = System.nanoTime();
    }
  }

  /** Answers a second since the beginning or the last restart. */
  double perSecond() {
    synchronized (durations) {
      return durations.size() / ((System.nanoTime() - countingSince) / 1e9);
    }
  }

  /**
   * From request to the end of the answer.
   *
   * @throws IllegalStateException if an answer was not good
   */
  Samples durations() {
    synchronized (durations) {
      if (bad) {
        throw new IllegalStateException("an answer had another status than 200");
      }
      return Samples.ofNanos(durations);
    }
  }

  private void measured(long nanos, boolean good) {
    synchronized (durations) {
      durations.add(nanos);
      bad |= !good;
    }
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Client extends ChannelInboundHandlerAdapter {
    private final ByteBuf head = Unpooled.buffer();
    private long askedAt;
    private long missing = -1;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      ask(context);
    }

    private void ask(ChannelHandlerContext context) {
      askedAt = System.nanoTime();
      head.clear();
      missing = -1;
      context.writeAndFlush(Unpooled.wrappedBuffer(request));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      if (missing < 0) {
        head.writeBytes(bytes);
        readHead();
      } else {
        missing -= bytes.readableBytes();
      }
      bytes.release();
      if (missing == 0) {
        measured(System.nanoTime() - askedAt, startsGood());
        ask(context);
      }
    }

    private void readHead() {
      int end = io.netty.buffer.ByteBufUtil.indexOf(Unpooled.wrappedBuffer(END_OF_HEAD), head);
      if (end >= 0) {
        String text = head.toString(0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = text.indexOf(LENGTH) + LENGTH.length();
        int line = text.indexOf('\r', at);
        long length = Long.parseLong(text.substring(at, line < 0 ? end : line).strip());
        missing = length - (head.readableBytes() - end - END_OF_HEAD.length);
      }
    }

    private boolean startsGood() {
      return head.toString(0, GOOD.length(), StandardCharsets.US_ASCII).equals(GOOD);
    }
  }
}
