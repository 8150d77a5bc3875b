package givbridge.camel;

import givbridge.publish.Message;
import java.util.Iterator;
import java.util.List;
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

  /** Makes messages of what an exchange carries. */
  interface Maker {
    List<Message> of(Exchange exchange);
  }

  /**
   * The messages of a maker.
   *
   * @param qos quality of service of states, 0..2
   */
  MqttMessages(Maker maker, int qos) {
    this.maker = maker;
    this.qos = qos;
  }

  /** The messages that wait to be sent, as a property of the exchange. */
  private record Waiting(Iterator<Message> messages) {}

  /** Whether there is another message; it then stands in the exchange. */
  @Override
  public boolean matches(Exchange exchange) {
    Waiting waiting = exchange.getProperty(WAITING, Waiting.class);
    if (waiting == null) {
      waiting = new Waiting(maker.of(exchange).iterator());
      exchange.setProperty(WAITING, waiting);
      exchange.getMessage().setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_QOS, qos);
    }
    if (!waiting.messages().hasNext()) {
      exchange.removeProperty(WAITING);
      return false;
    }
    Message next = waiting.messages().next();
    org.apache.camel.Message message = exchange.getMessage();
    message.setBody(next.bytes());
    message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, next.topic());
    message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, next.retained());
    return true;
  }
}
