package givbridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerNewsTest {
  private final List<String> lines = new ArrayList<>();
  private final Logger logger = Logger.getLogger(BrokerNews.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          lines.add(event.getLevel() + " " + new SimpleFormatter().formatMessage(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final BrokerNews news = new BrokerNews("mqtt://broker:1883", "inverter 1");

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }

  @Test
  void eachChangeIsToldOnceHoweverOftenItIsNoticed() {
    news.gone(new ConnectException());
    news.gone(new ConnectException());
    news.here();
    news.here();
    news.gone(new TimeoutException());
    news.gone(new TimeoutException());
    news.gone(new ConnectException());
    news.here();
    assertThat(lines)
        .containsExactly(
            "WARNING Broker mqtt://broker:1883 is not there (inverter 1): nothing listens there;"
                + " check MQTT_ADDRESS and MQTT_PORT. Polling goes on, publishing begins by itself",
            "INFO Broker mqtt://broker:1883 is there (inverter 1)",
            "WARNING Broker mqtt://broker:1883 is gone (inverter 1): it gives no answer. Polling"
                + " goes on, publishing resumes by itself",
            "WARNING Broker mqtt://broker:1883 is not there (inverter 1): nothing listens there;"
                + " check MQTT_ADDRESS and MQTT_PORT. Polling goes on, publishing begins by itself",
            "INFO Broker mqtt://broker:1883 is there (inverter 1)");
  }

  @Test
  void aRefusedSubscriptionIsTold() {
    news.refused("a/#");
    assertThat(lines)
        .containsExactly(
            "WARNING Broker mqtt://broker:1883 refuses the subscription of a/# (inverter 1)");
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(new MqttException(new UnknownHostException("x")), "its name is unknown"),
        Arguments.of(new MqttException(134), "refuses the login; check MQTT_USERNAME"),
        Arguments.of(new MqttException(135), "refuses the login; check MQTT_USERNAME"),
        Arguments.of(new MqttException(132), "does not speak MQTT 5"),
        Arguments.of(new MqttException(142), "is the program running twice?"),
        Arguments.of(new MqttException(32000), "gives no answer"),
        Arguments.of(new MqttException(151), "(151)"),
        Arguments.of(new SSLHandshakeException("bad"), "encryption failed (bad); check MQTT_TLS"),
        Arguments.of(new java.io.EOFException(), "the connection broke"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void troubleIsToldInWordsWithWhatToDo(Throwable trouble, String words) {
    assertThat(BrokerTrouble.words(trouble)).contains(words);
  }
}
