package givbridge.camel;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.publish.Message;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;

/**
 * Gives one message a leaf, one after the other, to an MQTT endpoint to send: each time it is asked
 * whether there is another message, the next one stands in the exchange with topic, payload and
 * flags. Some hundred messages so share one exchange, whose copies would cost more than the
 * sending.
 */
public final class MqttMessages implements Predicate {
  private static final String WAITING = "mqttMessages";

  private final Maker maker;
  private final int qos;
  private final Function<Exchange, String> client;

  /** Makes messages of what an exchange carries. */
  interface Maker {
    List<Message> of(Exchange exchange);
  }

  /**
   * The messages of a maker.
   *
   * @param qos quality of service of states, 0..2
   * @param client name of the client that sends them, among Camel's beans
   */
  MqttMessages(Maker maker, int qos, Function<Exchange, String> client) {
    this.maker = maker;
    this.qos = qos;
    this.client = client;
  }

  /** The messages that wait to be sent, as a property of the exchange, and who sends them. */
  private record Waiting(Iterator<Message> messages, Optional<BridgeMqttClient> client) {}

  /** Whether there is another message; it then stands in the exchange. */
  @Override
  public boolean matches(Exchange exchange) {
    Waiting waiting = exchange.getProperty(WAITING, Waiting.class);
    if (waiting == null) {
      waiting = new Waiting(maker.of(exchange).iterator(), client(exchange));
      waiting.client().ifPresent(BridgeMqttClient::gather);
      exchange.setProperty(WAITING, waiting);
      exchange.getMessage().setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_QOS, qos);
    }
    if (!waiting.messages().hasNext()) {
      exchange.removeProperty(WAITING);
      waiting.client().ifPresent(BridgeMqttClient::send);
      return false;
    }
    Message next = waiting.messages().next();
    org.apache.camel.Message message = exchange.getMessage();
    message.setBody(next.bytes());
    message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, next.topic());
    message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, next.retained());
    return true;
  }

  private Optional<BridgeMqttClient> client(Exchange exchange) {
    return Optional.ofNullable(
        exchange
            .getContext()
            .getRegistry()
            .lookupByNameAndType(client.apply(exchange), BridgeMqttClient.class));
  }
}
