package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler[] handlers = root.getHandlers();
  private final Logs logs = new Logs();

  @BeforeEach
  void direct() {
    direct("INFO");
  }

  private void direct(String level) {
    logs.direct(
        new PrintStream(written, true, StandardCharsets.UTF_8),
        level,
        Clock.system(ZoneId.of("Europe/London")));
  }

  @AfterEach
  void putBack() {
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    for (Handler handler : handlers) {
      root.addHandler(handler);
    }
    root.setLevel(before);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anEventIsOneLineWithTheTimeOfTheZone() {
    LogRecord event = new LogRecord(Level.WARNING, "{0} is gone");
    event.setInstant(Instant.parse("2026-07-01T10:20:30.400Z"));
    event.setLoggerName("givbridge.mqtt.BrokerNews");
    event.setParameters(new Object[] {"it"});
    root.log(event);
    assertThat(text())
        .isEqualTo(
            "2026-07-01 11:20:30.400+01:00 WARN  BrokerNews: it is gone" + System.lineSeparator());
  }

  @Test
  void anExceptionFollowsItsLine() {
    root.log(Level.SEVERE, "broken", new IllegalStateException("why"));
    assertThat(text()).contains("ERROR : broken").contains("IllegalStateException: why");
  }

  @Test
  void theChatterOfLibrariesBeginsAtWarnings() {
    Logger.getLogger("org.apache.camel.impl.Context").info("chatter");
    Logger.getLogger("org.eclipse.paho.mqttv5").warning("heard");
    Logger.getLogger("org.apache.activemq.artemis.core").warning("no dead letter address");
    Logger.getLogger("givbridge.poll.Poller").info("ours");
    Logger.getLogger("givbridge.poll.Poller").fine("detail");
    assertThat(text())
        .contains("heard")
        .contains("INFO  Poller: ours")
        .doesNotContain("chatter", "detail", "dead letter");
  }

  @Test
  void theLevelIsTheConfiguredOne() {
    direct("FINE");
    Logger.getLogger("givbridge.poll.Poller").fine("detail");
    direct("SEVERE");
    Logger.getLogger("givbridge.poll.Poller").warning("quiet");
    Logger.getLogger("org.apache.camel.impl.Context").warning("quiet too");
    assertThat(text()).contains("DEBUG Poller: detail").doesNotContain("quiet");
    assertThat(root.getHandlers()).hasSize(1);
  }
}
