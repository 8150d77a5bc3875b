package givbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the guide to extending word by word, in a program of its own. */
class ExtendingTest {
  private static final Path GUIDE = Path.of("src/docs/extending.md");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A block of the guide that names the file to which it belongs. */
  private static final Pattern BLOCK =
      Pattern.compile("^```(csv|yaml) (\\S+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private int port;
  private Process program;

  @BeforeEach
  void startTheProgramWithAllThatTheGuideAdds() throws IOException {
    copy(Path.of("routes"), folder.resolve("routes"));
    Path tables = folder.resolve("tables");
    copy(RESOURCES, tables);
    Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
    while (blocks.find()) {
      if (blocks.group(1).equals("csv")) {
        addRow(tables.resolve(blocks.group(2)), blocks.group(3).strip());
      } else {
        Files.writeString(folder.resolve(blocks.group(2)), blocks.group(3));
      }
    }
    port = freePort();
    program = start(tables, Map.of("REST_PORT", port, "WEB_PORT", freePort()));
    await()
        .atMost(PATIENCE)
        .until(() -> !program.isAlive() || log().contains("inverter 1: battery at"));
  }

  @AfterEach
  void stopTheProgram() throws InterruptedException {
    program.destroy();
    program.waitFor();
  }

  @Test
  void everythingThatTheGuideAddsWorks() throws IOException, InterruptedException {
    assertThat(log()).contains("is a Hybrid_mini").contains("INFO  low-battery: inverter 1");
    assertThat(get())
        .contains("\"board_word_201\": ")
        .contains("\"Battery_Headroom_kWh\": ")
        .contains("\"Invertor_Max_Bat_Rate\": 1500");
    assertThat(post("setBatteryFloor", "{\"percent\": 10}"))
        .isEqualTo("{\"result\":\"Setting battery floor 10 was a success\"}");
    assertThat(get()).contains("\"Battery_Power_Cutoff\": 10");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Above all others, where the first row that fits counts. */
  private static void addRow(Path table, String row) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    int head = 0;
    while (lines.get(head).startsWith("#")) {
      head++;
    }
    lines.add(head + 1, row);
    Files.write(table, lines);
  }

  private Process start(Path tables, Map<String, Integer> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            tables + System.getProperty("path.separator") + System.getProperty("java.class.path"),
            "givbridge.camel.Bridge");
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("MQTT_OUTPUT", "false");
    builder.environment().put("REST_HOST", "127.0.0.1");
    settings.forEach((name, value) -> builder.environment().put(name, Integer.toString(value)));
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private String get() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("readData")).build());
  }

  private String post(String command, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(command))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/" + path);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
