package givbridge.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/**
 * How one plant is simulated.
 *
 * @param source which plant
 * @param host address to listen at
 * @param port TCP port of the dongle; 0: any free one
 * @param httpPort port on the loopback address through which people and tests interfere; 0: any
 *     free one; empty: none
 * @param habits what the dongle does by itself
 * @param time where time comes from
 * @param factor seconds of the plant in a second of that time
 * @param clock who sets the inverter's clock
 * @param seed of weather, house, latencies and garbage: the same seed at the same time gives the
 *     same registers
 */
public record SimulatorOptions(
    Source source,
    String host,
    int port,
    OptionalInt httpPort,
    Habits habits,
    InstantSource time,
    double factor,
    ClockKeeping clock,
    long seed) {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long SEED = 2026;

  /** Which plant. */
  public sealed interface Source {

    /** A living plant, by the name of its profile. */
    record Living(String profile) implements Source {}

    /**
     * A recording.
     *
     * @param name for people
     * @param lines of the recording
     * @param refuses whether unknown blocks are answered with an error, not silence
     */
    record Recorded(String name, List<String> lines, boolean refuses) implements Source {
      public Recorded {
        lines = List.copyOf(lines);
      }
    }
  }

  /** A plant on a free port of the loopback address which answers promptly, in real time. */
  public static SimulatorOptions of(Source source) {
    return new SimulatorOptions(
        source,
        LOOPBACK,
        0,
        OptionalInt.empty(),
        Habits.prompt(),
        InstantSource.system(),
        1,
        ClockKeeping.LEFT_ALONE,
        SEED);
  }

  /** As {@link #of(Source)}, of the living plant with this profile. */
  public static SimulatorOptions living(String profile) {
    return of(new Source.Living(profile));
  }

  /** The same at another place. */
  public SimulatorOptions at(String otherHost, int otherPort) {
    return new SimulatorOptions(
        source, otherHost, otherPort, httpPort, habits, time, factor, clock, seed);
  }

  /** The same with a port for interference; 0: any free one. */
  public SimulatorOptions withHttp(int otherPort) {
    return new SimulatorOptions(
        source, host, port, OptionalInt.of(otherPort), habits, time, factor, clock, seed);
  }

  /** The same with other habits. */
  public SimulatorOptions with(Habits other) {
    return new SimulatorOptions(source, host, port, httpPort, other, time, factor, clock, seed);
  }

  /** The same under another time. */
  public SimulatorOptions with(InstantSource other, double otherFactor) {
    return new SimulatorOptions(
        source, host, port, httpPort, habits, other, otherFactor, clock, seed);
  }

  /** The same with somebody else to set the inverter's clock. */
  public SimulatorOptions with(ClockKeeping other) {
    return new SimulatorOptions(source, host, port, httpPort, habits, time, factor, other, seed);
  }

  /** The same with other chances. */
  public SimulatorOptions withSeed(long other) {
    return new SimulatorOptions(source, host, port, httpPort, habits, time, factor, clock, other);
  }
}
