package givbridge.bench;

import givbridge.modbus.RequestKey;
import givbridge.registers.Enumerations;
import givbridge.registers.RegisterMaps;
import givbridge.registers.RegisterRow;
import givbridge.simulator.Habits;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.tables.Faults;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Simulated plants, each with two battery packs and a serial number of its own, all alike. */
final class Plants implements AutoCloseable {
  private static final String PROFILE = "gen1-hybrid";
  private static final String MAP = "inverter-single-phase";
  private static final int INVERTER = 0x11;

  private final EventLoopGroup loops =
      new NioEventLoopGroup(1, new DefaultThreadFactory("plants", true));
  private final List<Simulator> simulators = new ArrayList<>();
  private final List<Wiretap> taps = new ArrayList<>();

  private Plants() {}

  /**
   * So many plants.
   *
   * @param latency from a request to its answer
   */
  static Plants start(int count, Duration latency) {
    Plants plants = new Plants();
    RegisterRow serial = serialRow();
    for (int i = 0; i < count; i++) {
      rename(plants.add(PROFILE, latency), serial, serial(i));
    }
    return plants;
  }

  /** One plant of a profile. */
  static Plants of(String profile, Duration latency) {
    Plants plants = new Plants();
    plants.add(profile, latency);
    return plants;
  }

  private Simulator add(String profile, Duration latency) {
    Habits habits = Habits.prompt().withLatency(latency, latency);
    Simulator simulator = Simulator.start(SimulatorOptions.living(profile).with(habits), loops);
    simulators.add(simulator);
    taps.add(new Wiretap(loops.next(), simulator.port()));
    return simulator;
  }

  private static RegisterRow serialRow() {
    Faults faults = new Faults();
    RegisterMaps maps = RegisterMaps.load(List.of(MAP), Enumerations.load(faults), faults);
    faults.throwIfAny();
    return maps.get(MAP).orElseThrow().forTraits(Set.of()).row("serial_number").orElseThrow();
  }

  private static void rename(Simulator simulator, RegisterRow row, String serial) {
    List<Integer> addresses = row.addresses();
    for (int i = 0; i < addresses.size(); i++) {
      int word = serial.charAt(2 * i) << Byte.SIZE | serial.charAt(2 * i + 1);
      simulator.pin(RequestKey.holding(INVERTER, addresses.get(i), 1), word);
    }
  }

  /** The serial number of a plant, counted from 0. */
  static String serial(int plant) {
    return "SA2125G%03d".formatted(plant + 1);
  }

  int count() {
    return simulators.size();
  }

  /** Port of a plant, counted from 0. */
  int port(int plant) {
    return taps.get(plant).port();
  }

  /** What passes before a plant, counted from 0. */
  Wiretap tap(int plant) {
    return taps.get(plant);
  }

  /** A relay before another server, on the plants' thread. */
  Relay relay(int server, Relay.Listener listener) {
    return new Relay(loops.next(), server, listener);
  }

  @Override
  public void close() {
    simulators.forEach(Simulator::close);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
