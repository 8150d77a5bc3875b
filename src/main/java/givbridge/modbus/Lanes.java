package givbridge.modbus;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Makes the lanes to all inverters. They share one thread, which only ever waits for events. */
public final class Lanes implements AutoCloseable {

  private final EventLoopGroup group =
      new NioEventLoopGroup(1, new DefaultThreadFactory("givbridge-lanes", true));
  private final ArrivalRoom room = new ArrivalRoom();
  private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();
  private final Clock clock;

  /** Lanes whose gaps and statistics follow this clock. */
  public Lanes(Clock clock) {
    this.clock = clock;
  }

  /** A lane; nothing is connected before it is opened or asked. */
  public Lane lane(LaneAddress address, LanePolicy policy, LaneObserver observer) {
    return lane(address, policy, observer, Optional.empty());
  }

  /**
   * As {@link #lane(LaneAddress, LanePolicy, LaneObserver)}.
   *
   * @param early the first connection to that address, which was begun before
   */
  public Lane lane(
      LaneAddress address, LanePolicy policy, LaneObserver observer, Optional<EarlyDial> early) {
    EventLoop loop = group.next();
    LaneContext context =
        new LaneContext(
            address.toString(),
            policy,
            clock,
            loop,
            () -> ThreadLocalRandom.current().nextDouble());
    Dialer dialer =
        new NettyDialer(loop, room, address, policy.connection().connectTimeout(), early);
    Lane lane = new Lane(context, dialer, observer);
    lanes.add(lane);
    return lane;
  }

  /** Closes all lanes and ends their thread. */
  @Override
  public void close() {
    lanes.forEach(Lane::close);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    room.close();
  }
}
