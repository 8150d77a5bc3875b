package givbridge.camel;

import givbridge.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a {@link Rig} is made of.
 *
 * @param inverters the plants
 * @param brokerPort port of the broker on this machine
 * @param settings settings by name, beside the addresses and ports
 * @param camel entries for Camel
 * @param folder holds the folder of routes
 * @param clock the program's time
 */
record RigPlan(
    List<SimulatorOptions> inverters,
    int brokerPort,
    Map<String, String> settings,
    Map<String, String> camel,
    Path folder,
    Clock clock) {

  /** Living plants by their profiles, read every second, with the shipped routes. */
  static RigPlan of(int brokerPort, String... profiles) {
    return new RigPlan(
        Stream.of(profiles).map(SimulatorOptions::living).toList(),
        brokerPort,
        Map.of("SELF_RUN_LOOP_TIMER", "1", "SELF_RUN_LOOP_TIMER_FULL", "2"),
        Map.of(),
        Path.of(""),
        Clock.systemUTC());
  }

  RigPlan with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new RigPlan(inverters, brokerPort, more, camel, folder, clock);
  }

  RigPlan withCamel(String entry, String value) {
    Map<String, String> more = new TreeMap<>(camel);
    more.put(entry, value);
    return new RigPlan(inverters, brokerPort, settings, more, folder, clock);
  }

  RigPlan withInverters(List<SimulatorOptions> others) {
    return new RigPlan(others, brokerPort, settings, camel, folder, clock);
  }

  RigPlan withFolder(Path other) {
    return new RigPlan(inverters, brokerPort, settings, camel, other, clock);
  }

  RigPlan withClock(Clock other) {
    return new RigPlan(inverters, brokerPort, settings, camel, folder, other);
  }
}
