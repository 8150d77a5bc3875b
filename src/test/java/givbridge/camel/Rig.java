package givbridge.camel;

import static org.awaitility.Awaitility.await;

import givbridge.settings.DongleSettings;
import givbridge.settings.LoadedSettings;
import givbridge.settings.Settings;
import givbridge.settings.SettingsLoader;
import givbridge.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** A whole running program between simulated inverters and a broker, all on free ports. */
final class Rig implements AutoCloseable {
  private static final Duration GAP = Duration.ofMillis(2);
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final Deque<Closing> open = new ArrayDeque<>();
  private final List<Simulator> simulators = new ArrayList<>();
  private final List<WireTap> wires = new ArrayList<>();
  private final Application application;
  private final int restPort;
  private final int webPort;

  private Rig(RigPlan plan, BiConsumer<Integer, Simulator> preparation) throws Exception {
    Map<String, String> environment = new TreeMap<>();
    environment.put("SIMULATOR", "off");
    for (int i = 0; i < plan.inverters().size(); i++) {
      Simulator simulator = Simulator.start(plan.inverters().get(i));
      open.push(simulator::close);
      preparation.accept(i + 1, simulator);
      WireTap wire = new WireTap(simulator.port());
      open.push(wire::close);
      simulators.add(simulator);
      wires.add(wire);
      environment.put("INVERTOR_IP_" + (i + 1), "127.0.0.1:" + wire.port());
    }
    int count = Math.max(1, plan.inverters().size());
    restPort = freePorts(count + 1);
    webPort = restPort + count;
    environment.put("REST_HOST", "127.0.0.1");
    environment.put("REST_PORT", Integer.toString(restPort));
    environment.put("WEB_PORT", Integer.toString(webPort));
    environment.put("MQTT_ADDRESS", "127.0.0.1");
    environment.put("MQTT_PORT", Integer.toString(plan.brokerPort()));
    Path state = Files.createTempDirectory("givbridge-state");
    open.push(() -> deleteAll(state));
    environment.put("STATE_DIR", state.toString());
    environment.putAll(plan.settings());
    LoadedSettings loaded = SettingsLoader.load(environment, Path.of("src/test/resources"));
    application =
        Application.assemble(
            impatient(loaded, plan), plan.folder(), plan.clock(), PendingKnowledge.begin());
    open.push(application::close);
    application.start();
  }

  /** Starts the program; it runs when this returns, and may not have read anything yet. */
  static Rig start(RigPlan plan) throws Exception {
    return start(plan, (number, simulator) -> {});
  }

  /** The same; each simulator is prepared before the program starts. */
  static Rig start(RigPlan plan, BiConsumer<Integer, Simulator> preparation) throws Exception {
    return new Rig(plan, preparation);
  }

  /** Simulated dongles need no rest. */
  private static LoadedSettings impatient(LoadedSettings loaded, RigPlan plan) {
    Settings all = loaded.settings();
    Settings quick =
        new Settings(
            all.inverters(),
            all.polling(),
            all.mqtt(),
            all.http(),
            all.commands(),
            all.tariff(),
            all.joint(),
            new DongleSettings(GAP, GAP, TIMEOUT, 2, Integer.MAX_VALUE, all.dongle().pause()),
            all.simulator(),
            all.process());
    return new LoadedSettings(quick, loaded.warnings(), plan.camel());
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Ends something that was opened. */
  private interface Closing {
    void close() throws IOException;
  }

  /** A port that is free, as are the next ones. */
  static int freePorts(int count) throws IOException {
    List<ServerSocket> taken = new ArrayList<>();
    try {
      while (true) {
        ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        taken.add(first);
        if (areFree(first.getLocalPort() + 1, count - 1)) {
          return first.getLocalPort();
        }
      }
    } finally {
      for (ServerSocket socket : taken) {
        socket.close();
      }
    }
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException | IllegalArgumentException taken) {
        return false;
      }
    }
    return true;
  }

  /** A busy machine may need long; nothing waits longer than it must. */
  static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
  }

  /** Waits until every inverter has been read. */
  Rig awaitData() {
    patiently()
        .until(
            () ->
                application.inverters().all().stream()
                    .filter(station -> station.excluded().isEmpty())
                    .allMatch(station -> station.view().isPresent()));
    return this;
  }

  Application application() {
    return application;
  }

  Station station(int number) {
    return application.inverters().number(number);
  }

  String serial(int number) {
    return station(number).serial().orElseThrow();
  }

  Simulator simulator(int number) {
    return simulators.get(number - 1);
  }

  WireTap wire(int number) {
    return wires.get(number - 1);
  }

  /** The classic paths of an inverter, on its own port. */
  RestClient rest(int number) {
    return new RestClient("http://127.0.0.1:" + (restPort + number - 1));
  }

  /** The web port. */
  RestClient web() {
    return new RestClient("http://127.0.0.1:" + webPort);
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
