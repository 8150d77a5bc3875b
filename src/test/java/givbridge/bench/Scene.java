package givbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where figures are measured.
 *
 * @param folder a scratch folder
 * @param broker the broker
 * @param options further options of the Java runtime
 */
record Scene(Path folder, Broker broker, List<String> options) {
  private static final Duration FIRST_DATA = Duration.ofSeconds(60);
  private static final String TREE = "Control";
  private static final Duration LEARNT = Duration.ofSeconds(10);

  Scene {
    options = List.copyOf(options);
  }

  /**
   * The scene with classes that a run before prepared, as the image has them.
   *
   * @throws IllegalStateException if that run left nothing behind
   */
  Scene prepared() throws IOException, InterruptedException {
    Path archive = folder.resolve("givbridge.jsa");
    if (!Files.exists(archive)) {
      Scene making = new Scene(folder, broker, List.of("-XX:ArchiveClassesAtExit=" + archive));
      Stage stage = making.start(1, Duration.ZERO);
      Pause.of(LEARNT);
      stage.close();
      if (!Files.exists(archive)) {
        throw new IllegalStateException("the program left no " + archive);
      }
    }
    return new Scene(folder, broker, List.of("-XX:SharedArchiveFile=" + archive));
  }

  /** Where and how a program is started. */
  record Start(Path home, Map<String, String> environment, List<String> options) {
    Start {
      environment = Map.copyOf(environment);
      options = List.copyOf(options);
    }
  }

  /** A program and the plants that it reads. */
  record Stage(Plants plants, Product product, Http http, Start start) implements AutoCloseable {
    /** Control topic of the first inverter's command. */
    String control(String command) {
      return "GivEnergy/control/" + Plants.serial(0) + "/" + command;
    }

    /** Whether the first inverter has given data. */
    boolean hasData() {
      try {
        return http.get("/readData").contains(TREE);
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() {
      product.close();
      plants.close();
    }
  }

  /**
   * Starts a program on new plants, and waits for the first data.
   *
   * @param latency of the dongles, from a request to its answer
   * @param settings in the form name=value
   */
  Stage start(int plants, Duration latency, String... settings) throws IOException {
    return start(Plants.start(plants, latency), settings);
  }

  /** As {@link #start(int, Duration, String...)}, on these plants, which end with the stage. */
  Stage start(Plants plants, String... settings) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MQTT_ADDRESS", "127.0.0.1");
    environment.put("MQTT_PORT", Integer.toString(broker.port()));
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    Path home = Files.createTempDirectory(folder, "product");
    return start(plants, new Start(home, environment, options));
  }

  /** Ends a program, and starts it once more where it was. */
  Stage again(Stage before) throws IOException {
    before.product().close();
    return start(before.plants(), before.start());
  }

  private static Stage start(Plants plants, Start start) throws IOException {
    Product product = Product.start(start.home(), plants, start);
    Stage stage = new Stage(plants, product, new Http(product.restPort()), start);
    Pause.until("the first data, see " + start.home(), FIRST_DATA, stage::hasData);
    return stage;
  }

  /** A subscriber to everything that the inverters publish and answer. */
  MqttPeer subscriber() throws InterruptedException {
    return new MqttPeer(broker.port(), "GivEnergy/#");
  }
}
