package givbridge.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client of the broker that takes everything and costs little. */
final class MqttPeer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("mqtt-peer", true));
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Channel channel;

  /**
   * A message that came.
   *
   * @param at when, by {@link System#nanoTime}
   */
  record Arrival(long at, String topic) {}

  /** Connects and subscribes to that filter. */
  MqttPeer(int port, String filter) throws InterruptedException {
    channel =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel opened) {
                    opened
                        .pipeline()
                        .addLast(new MqttDecoder(), MqttEncoder.INSTANCE, new Reader(filter));
                  }
                })
            .connect(InetAddress.getLoopbackAddress(), port)
            .sync()
            .channel();
    if (!subscribed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the broker did not take the subscription " + filter);
    }
  }

  private final class Reader extends SimpleChannelInboundHandler<MqttMessage> {
    private final String filter;

    Reader(String filter) {
      this.filter = filter;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(
          MqttMessageBuilders.connect()
              .protocolVersion(MqttVersion.MQTT_5)
              .clientId("benchmark")
              .cleanSession(true)
              .keepAlive(0)
              .build());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
      if (message instanceof MqttPublishMessage publish) {
        arrived(new Arrival(System.nanoTime(), publish.variableHeader().topicName()));
      } else if (message.fixedHeader().messageType() == MqttMessageType.CONNACK) {
        context.writeAndFlush(
            MqttMessageBuilders.subscribe()
                .messageId(1)
                .addSubscription(MqttQoS.AT_MOST_ONCE, filter)
                .build());
      } else if (message.fixedHeader().messageType() == MqttMessageType.SUBACK) {
        subscribed.countDown();
      }
    }
  }

  private void arrived(Arrival arrival) {
    synchronized (arrivals) {
      arrivals.add(arrival);
    }
  }

  /** All that has come, in order. */
  List<Arrival> arrivals() {
    synchronized (arrivals) {
      return List.copyOf(arrivals);
    }
  }

  /** Waits for a message below this topic that came after that time. */
  void await(String topic, long since) {
    Pause.until(
        "a message on " + topic,
        Duration.ofSeconds(PATIENCE_SECONDS),
        () -> arrivals().stream().anyMatch(it -> it.at() > since && it.topic().startsWith(topic)));
  }

  /** Sends a message with QoS 0, and tells when. */
  long send(String topic, String payload) {
    long now = System.nanoTime();
    channel.writeAndFlush(message(topic, payload, false));
    return now;
  }

  /** Sends so many retained messages with QoS 0 in one piece, and tells when. */
  long sendAll(String topic, int messages) {
    long now = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      channel.write(message(topic + i, "3.259", true));
    }
    channel.flush();
    return now;
  }

  private static MqttPublishMessage message(String topic, String payload, boolean retained) {
    return MqttMessageBuilders.publish()
        .topicName(topic)
        .qos(MqttQoS.AT_MOST_ONCE)
        .retained(retained)
        .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
        .build();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
