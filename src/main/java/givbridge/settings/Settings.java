package givbridge.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the user decided, checked.
 *
 * @param inverters the real inverters, numbered from 1
 * @param polling when they are read
 * @param mqtt what is published where
 * @param http how clients reach the program
 * @param commands how commands are understood
 * @param tariff what energy costs
 * @param joint how inverters add up
 * @param dongle patience with data adapters
 * @param simulator what is simulated; its inverters are numbered after the real ones
 * @param process what concerns the program as a whole
 */
public record Settings(
    List<InverterSettings> inverters,
    PollingSettings polling,
    MqttSettings mqtt,
    HttpSettings http,
    CommandOptions commands,
    TariffSettings tariff,
    JointSettings joint,
    DongleSettings dongle,
    SimulatorSettings simulator,
    ProcessSettings process) {

  private static final String LOOPBACK = "127.0.0.1";

  public Settings {
    inverters = List.copyOf(inverters);
  }

  /** Number of all inverters, real and simulated. */
  public int count() {
    return inverters.size() + simulator.inverters();
  }

  /** Every port that the program will open, each with the setting that names it. */
  public List<NeededPort> ports() {
    List<NeededPort> ports = new ArrayList<>();
    ports.add(new NeededPort("WEB_PORT", http.host(), http.webPort()));
    addRange(ports, new NeededPort("REST_PORT", http.host(), http.restPort()), count());
    if (simulator.port() != 0) {
      addRange(
          ports,
          new NeededPort("SIMULATOR_PORT", LOOPBACK, simulator.port()),
          simulator.inverters());
    }
    if (mqtt.broker() instanceof MqttSettings.Broker.Own own && own.port() != 0) {
      ports.add(new NeededPort("MQTT_PORT", LOOPBACK, own.port()));
    }
    return ports;
  }

  private static void addRange(List<NeededPort> ports, NeededPort first, int count) {
    for (int i = 0; i < count; i++) {
      String name = i == 0 ? first.setting() : first.setting() + " + " + i;
      ports.add(new NeededPort(name, first.host(), first.port() + i));
    }
  }
}
