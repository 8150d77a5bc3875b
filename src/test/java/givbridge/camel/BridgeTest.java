package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the program starts, or does not. */
@Timeout(90)
class BridgeTest {
  @TempDir private Path folder;

  @AfterEach
  void giveBackTheLog() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  private record Ended(int status, List<String> lines) {}

  private static Map<String, String> ports(int first) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("REST_HOST", "127.0.0.1");
    environment.put("REST_PORT", Integer.toString(first));
    environment.put("WEB_PORT", Integer.toString(first + 1));
    return environment;
  }

  private Ended run(Map<String, String> environment) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int status =
        Bridge.run(environment, folder, log, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(status, err.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void everyWrongSettingIsNamedAndTheStatusIsOne() throws IOException {
    Files.writeString(
        folder.resolve("application.properties"), "SELF_RUN = perhaps\nWHAT_IS_THIS = 1\n");

    Ended ended = run(Map.of("MQTT_PORT", "99999", "INVERTOR_IP_1", "no host"));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.lines())
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(line -> line.startsWith("GivBridge cannot start: "))
        .anyMatch(line -> line.contains("application.properties:1") && line.contains("SELF_RUN"))
        .anyMatch(line -> line.contains("WHAT_IS_THIS"))
        .anyMatch(line -> line.contains("MQTT_PORT"))
        .anyMatch(line -> line.contains("INVERTOR_IP_1"));
  }

  @Test
  void aTakenPortIsNamedWithItsSetting() throws IOException {
    RouteFolder.copied(folder);
    int first = Rig.freePorts(2);
    try (ServerSocket taken = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();

      Ended ended = run(ports(first));

      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.lines())
          .singleElement()
          .asString()
          .contains("port " + (first + 1) + " (WEB_PORT)")
          .contains("choose another port");
    }
  }

  @Test
  void withoutRoutesItSaysWhereItMustBeStarted() throws IOException {
    Ended ended = run(ports(Rig.freePorts(2)));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .contains("start the program where its routes are");
  }

  @Test
  void aBrokenRouteEndsItInOneLineThatNamesTheFile() throws IOException {
    RouteFolder.copied(folder).with("own.camel.yaml", "- route:", "   from: 'direct:x", "  steps:");

    Ended ended = run(ports(Rig.freePorts(2)));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(String.join("\n", ended.lines())).contains("own.camel.yaml");
  }

  @Test
  void aProcessOfItsOwnServesTheDemoAndEndsWhenItIsTold() throws Exception {
    int first = Rig.freePorts(2);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-cp",
            System.getProperty("java.class.path"),
            Bridge.class.getName());
    builder.environment().putAll(ports(first));
    Process process = builder.redirectErrorStream(true).start();
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = log.readLine();
      while (line != null && !line.contains("try: curl")) {
        line = log.readLine();
      }
      assertThat(line).contains("http://localhost:" + first + "/readData");
      RestClient web = new RestClient("http://127.0.0.1:" + (first + 1));
      assertThat(web.get("/health/live").status()).isEqualTo(200);
      assertThat(process.toHandle().destroy()).isTrue();
      while (line != null) {
        line = log.readLine();
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
