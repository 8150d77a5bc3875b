package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import givbridge.settings.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/health/live",
        call -> {
          call.sendResponseHeaders(status, -1);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private boolean lives() {
    return HealthCheck.lives(
        new HttpSettings("0.0.0.0", 6345, server.getAddress().getPort(), false), PATIENCE);
  }

  @Test
  void aProgramThatAnswersWellLives() {
    assertThat(lives()).isTrue();
  }

  @Test
  void aProgramThatAnswersBadlyOrNotAtAllDoesNot() {
    status = 503;
    assertThat(lives()).isFalse();
    server.stop(0);
    assertThat(lives()).isFalse();
  }
}
