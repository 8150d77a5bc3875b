package givbridge.simulator;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Request;
import givbridge.simulator.Responder.Response;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data adapter: serves a plant to any number of clients over one serial line, and so gives
 * every answer to all of them. All of it runs on one event loop.
 */
final class Dongle implements Client.Owner {

  private static final Logger LOG = LoggerFactory.getLogger(Dongle.class);
  private static final int HEARTBEAT_TYPE = 1;

  private final EventLoop loop;
  private final Responder responder;
  private final ActiveFaults faults;
  private final Habits habits;
  private final Random random;
  private final byte[] heartbeat;
  private final Set<Client> clients = new LinkedHashSet<>();
  private @Nullable ScheduledFuture<?> pulse;
  private @Nullable ScheduledFuture<?> lastAnswer;
  private long lastRequest;
  private long lineFree;
  private long requests;

  Dongle(EventLoop loop, Responder responder, ActiveFaults faults, Habits habits, Cast cast) {
    this.loop = loop;
    this.responder = responder;
    this.faults = faults;
    this.habits = habits;
    this.random = cast.random();
    this.heartbeat =
        Envelope.encodeHeartbeat(new Heartbeat(1, cast.dongleSerial(), HEARTBEAT_TYPE));
    this.lineFree = System.nanoTime();
    this.lastRequest = lineFree - TimeUnit.DAYS.toNanos(1);
  }

  /** Who the dongle is and what its chances come from. */
  record Cast(String dongleSerial, Random random) {}

  /** Opens the port; the heart begins to beat. */
  Channel open(InetSocketAddress address) {
    Channel channel =
        new ServerBootstrap()
            .group(loop, loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel accepted) {
                    accepted.pipeline().addLast(new Client(Dongle.this, habits.idleClose()));
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
    long beat = habits.heartbeat().toNanos();
    pulse = loop.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.NANOSECONDS);
    return channel;
  }

  /** Stops the heart and hangs up on everybody; on the event loop. */
  void shutDown() {
    ScheduledFuture<?> beating = pulse;
    if (beating != null) {
      beating.cancel(false);
    }
    hangUpAll();
  }

  int clients() {
    return clients.size();
  }

  /** Requests that have arrived, also lost ones. */
  long requests() {
    return requests;
  }

  @Override
  public boolean connected(Client client) {
    if (faults.strikes(FaultKind.REFUSE_CONNECTIONS)) {
      return false;
    }
    clients.add(client);
    LOG.debug("a client has come, now there are {}", clients.size());
    return true;
  }

  @Override
  public void disconnected(Client client) {
    clients.remove(client);
    LOG.debug("a client has gone, now there are {}", clients.size());
  }

  @Override
  public void requested(Client client, Request request) {
    requests++;
    if (collides()) {
      LOG.debug("lost for coming too soon: {}", request.key());
      return;
    }
    if (faults.strikes(FaultKind.ZOMBIE)) {
      return;
    }
    if (faults.strikes(FaultKind.BROKEN_CONNECTION)) {
      client.hangUp();
      return;
    }
    lastAnswer = loop.schedule(() -> answer(request), delay(), TimeUnit.NANOSECONDS);
  }

  /** Whether another request came just before; its answer is lost too, unless it has gone out. */
  private boolean collides() {
    long now = System.nanoTime();
    long since = now - lastRequest;
    lastRequest = now;
    boolean collides = habits.collision().filter(gap -> since < gap.toNanos()).isPresent();
    ScheduledFuture<?> before = lastAnswer;
    if (collides && before != null) {
      before.cancel(false);
    }
    return collides;
  }

  /** Nanoseconds until the answer; the line carries one at a time, so none overtakes. */
  private long delay() {
    long now = System.nanoTime();
    long least = habits.leastLatency().toNanos();
    long spread = habits.mostLatency().toNanos() - least;
    long wait = least + Math.round(spread * random.nextDouble());
    if (faults.strikes(FaultKind.SLOW)) {
      wait += habits.slowness().toNanos();
    }
    lineFree = Math.max(now, lineFree) + wait;
    return lineFree - now;
  }

  private void answer(Request request) {
    Response response = responder.respond(request);
    for (byte[] piece : response.pieces()) {
      everybody().forEach(client -> client.send(piece));
    }
    if (response.restarts()) {
      hangUpAll();
    }
  }

  private void beat() {
    everybody().forEach(client -> client.heartbeat(heartbeat));
  }

  private void hangUpAll() {
    everybody().forEach(Client::hangUp);
  }

  /** A copy, since a client that is hung up on leaves. */
  private List<Client> everybody() {
    return new ArrayList<>(clients);
  }
}
