package givbridge.simulator;

import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.simulator.SimulatorOptions.Source;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One simulated plant on a TCP port. All methods may be called by any thread but that of its event
 * loop: they wait for the loop to do it.
 */
public final class Simulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

  private final EventLoop loop;
  private final Runnable endLoop;
  private final Plant plant;
  private final SimulatedTime time;
  private final ActiveFaults faults;
  private final Pins pins = new Pins();
  private final Dongle dongle;
  private final Channel listener;
  private final Optional<ControlServer> http;

  private Simulator(SimulatorOptions options, EventLoop loop, Runnable endLoop) {
    this.loop = loop;
    this.endLoop = endLoop;
    this.time = new SimulatedTime(options.time(), options.factor());
    this.faults = new ActiveFaults(options.time());
    Stage stage = stage(options, time);
    plant = stage.plant();
    Random random = new Random(options.seed());
    Responder responder = new Responder(plant, faults, pins, stage.soc(), random);
    Dongle.Cast cast = new Dongle.Cast(plant.dongleSerial(), random);
    dongle = new Dongle(loop, responder, faults, options.habits(), cast);
    listener = dongle.open(new InetSocketAddress(options.host(), options.port()));
    http =
        options.httpPort().isPresent()
            ? Optional.of(new ControlServer(this, options.httpPort().getAsInt()))
            : Optional.empty();
    LOG.info("a simulated plant listens on port {}", port());
  }

  /** A plant, and where it shows the level of its battery, if that is known. */
  private record Stage(Plant plant, Optional<RequestKey> soc) {}

  private static Stage stage(SimulatorOptions options, InstantSource time) {
    if (options.source() instanceof Source.Recorded recorded) {
      return new Stage(
          new CapturePlant(recorded.name(), recorded.lines(), recorded.refuses()),
          Optional.empty());
    }
    Profiles profiles = Profiles.load();
    Profile profile = profiles.get(((Source.Living) options.source()).profile());
    Surroundings england = Surroundings.england(profiles.house(), options.seed());
    Optional<RequestKey> level =
        profile
            .layout()
            .role(Role.SOC)
            .map(Layout.Purpose::row)
            .map(
                row ->
                    new RequestKey(Switchboard.INVERTER, row.bank().function(), row.address(), 1));
    Conditions conditions =
        new Conditions(england, PlantModel.FINE, options.clock(), options.seed());
    return new Stage(new LivePlant(profile, conditions, time), level);
  }

  /**
   * Starts a plant on a thread of its own.
   *
   * @throws IllegalArgumentException if there is no such plant
   */
  public static Simulator start(SimulatorOptions options) {
    EventLoopGroup own = new NioEventLoopGroup(1, new DefaultThreadFactory("simulator", true));
    Runnable end = () -> own.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    try {
      return new Simulator(options, own.next(), end);
    } catch (RuntimeException e) {
      end.run();
      throw e;
    }
  }

  /** Starts a plant on one of the given threads, which go on when it is closed. */
  public static Simulator start(SimulatorOptions options, EventLoopGroup threads) {
    return new Simulator(options, threads.next(), () -> {});
  }

  /** Port of the dongle. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Port for interference, if there is one. */
  public OptionalInt httpPort() {
    return http.map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
  }

  /** Switches a fault on. */
  public void inject(FaultKind kind, FaultSpan span) {
    onLoop(
        () -> {
          faults.add(kind, span);
          return kind;
        });
  }

  /** Switches all faults off. */
  public void clearFaults() {
    onLoop(
        () -> {
          faults.clear();
          return faults;
        });
  }

  /**
   * From now on the plant's time runs so fast.
   *
   * @param factor seconds of the plant in a second; 0: it stands still
   */
  public void accelerate(double factor) {
    onLoop(
        () -> {
          time.accelerate(factor);
          return factor;
        });
  }

  /**
   * Writes a holding register of the inverter, as somebody else does through the cloud.
   *
   * @return whether the inverter took it
   */
  public boolean writeAside(int register, int value) {
    RequestKey key = RequestKey.write(Switchboard.INVERTER, register);
    return onLoop(
        () ->
            plant.write(key, value) instanceof Outcome.Answered answered
                && answered.frame() instanceof Reply);
  }

  /** From now on the one register of this key shows this word. */
  public void pin(RequestKey register, int word) {
    onLoop(
        () -> {
          pins.pin(register, word);
          return register;
        });
  }

  /** All registers show the truth again. */
  public void clearPins() {
    onLoop(
        () -> {
          pins.clear();
          return pins;
        });
  }

  /** What a person wants to know: numbers, texts and lists by name. */
  public Map<String, Object> status() {
    return onLoop(
        () -> {
          Map<String, Object> status = new LinkedHashMap<>(plant.status());
          status.put("factor", time.factor());
          status.put("clients", dongle.clients());
          status.put("requests", dongle.requests());
          status.put("faults", faults.labels());
          return status;
        });
  }

  /** Hangs up on all clients and ends. */
  @Override
  public void close() {
    http.ifPresent(ControlServer::close);
    listener.close().syncUninterruptibly();
    onLoop(
        () -> {
          dongle.shutDown();
          return dongle;
        });
    endLoop.run();
  }

  private <T> T onLoop(Callable<T> work) {
    return loop.submit(work).syncUninterruptibly().getNow();
  }
}
