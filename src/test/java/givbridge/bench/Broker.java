package givbridge.bench;

import givbridge.mqtt.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The broker between the program and the benchmark. */
record Broker(String name, int port, Runnable end) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Mosquitto as a process if it is on the path, else the embedded broker in this process. */
  static Broker start(Path folder) throws IOException {
    return mosquittoIsThere() ? mosquitto(folder) : embedded();
  }

  private static boolean mosquittoIsThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "mosquitto")));
  }

  private static Broker mosquitto(Path folder) throws IOException {
    int port = FreePorts.inARow(1);
    Path configuration = folder.resolve("mosquitto.conf");
    Files.write(
        configuration,
        List.of(
            "listener " + port + " 127.0.0.1",
            "allow_anonymous true",
            "persistence false",
            "set_tcp_nodelay true",
            "log_type error",
            "max_queued_messages 100000"));
    Process process =
        new ProcessBuilder("mosquitto", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Pause.until("mosquitto listens", PATIENCE, () -> answers(port));
    return new Broker("mosquitto", port, process::destroy);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Broker embedded() {
    EmbeddedBroker broker = EmbeddedBroker.start(0);
    return new Broker("the embedded broker in the benchmark", broker.port(), broker::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
