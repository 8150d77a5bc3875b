package givbridge.camel;

import givbridge.settings.Endpoint;
import givbridge.settings.InverterSettings;
import givbridge.settings.MqttSettings.Broker;
import givbridge.settings.Settings;
import givbridge.settings.SimulatorSettings;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in for devices that are not there: simulated inverters and a broker in this process.
 */
final class Demo implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final List<Simulator> simulators;
  private final Optional<EmbeddedBroker> broker;

  private Demo(List<Simulator> simulators, Optional<EmbeddedBroker> broker) {
    this.simulators = simulators;
    this.broker = broker;
  }

  /** Starts what the settings ask for, which may be nothing. */
  static Demo start(Settings settings, Clock clock) {
    List<Simulator> simulators = new ArrayList<>();
    SimulatorSettings wanted = settings.simulator();
    for (int i = 0; i < wanted.inverters(); i++) {
      SimulatorOptions options =
          SimulatedPlants.options(wanted, i)
              .at(LOOPBACK, wanted.port() == 0 ? 0 : wanted.port() + i)
              .withHttp(0)
              .with(clock, 1);
      simulators.add(Simulator.start(options));
    }
    Optional<EmbeddedBroker> broker =
        settings.mqtt().broker() instanceof Broker.Own own
            ? Optional.of(EmbeddedBroker.start(own.port()))
            : Optional.empty();
    return new Demo(simulators, broker);
  }

  /** The simulated inverters, numbered after the real ones. */
  List<InverterSettings> inverters(int realOnes) {
    List<InverterSettings> inverters = new ArrayList<>();
    for (Simulator simulator : simulators) {
      inverters.add(
          new InverterSettings(
              realOnes + inverters.size() + 1, new Endpoint(LOOPBACK, simulator.port()), false));
    }
    return inverters;
  }

  /** The broker in this process, if there is one. */
  Optional<EmbeddedBroker> broker() {
    return broker;
  }

  /** What a person can do with them, in sentences; nothing where there is nothing. */
  List<String> hints() {
    List<String> hints = new ArrayList<>();
    simulators.forEach(
        simulator ->
            hints.add(
                "no inverter is configured, so a SIMULATED one answers on port "
                    + simulator.port()
                    + "; faults and time: curl http://localhost:"
                    + simulator.httpPort().orElse(0)
                    + "/status"));
    broker.ifPresent(
        own ->
            hints.add(
                "no broker is configured, so one of the program's own serves MQTT 5 here, in memory:"
                    + " mosquitto_sub -V mqttv5 -h 127.0.0.1 -p "
                    + own.port()
                    + " -t '#' -v"));
    return hints;
  }

  @Override
  public void close() {
    simulators.forEach(Simulator::close);
    broker.ifPresent(EmbeddedBroker::close);
  }
}
