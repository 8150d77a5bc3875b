package givbridge.camel;

import givbridge.publish.Message;
import givbridge.publish.MqttLeaves;
import givbridge.view.View;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;

/**
 * Turns a {@link Publication} into one message a leaf, one after the other, for an MQTT endpoint to
 * send: each time it is asked whether there is another message, the next one stands in the exchange
 * with topic, payload and flags. Some hundred messages so share one exchange, whose copies would
 * cost more than the sending.
 */
public final class MqttMessages implements Predicate {
  private static final String WAITING = "mqttMessages";

  private final Stations stations;
  private final boolean retain;
  private final int qos;
  private final Map<Integer, View> published = new ConcurrentHashMap<>();

  /**
   * Messages as the user wants them.
   *
   * @param retain whether the broker keeps states
   * @param qos quality of service of states, 0..2
   */
  MqttMessages(Stations stations, boolean retain, int qos) {
    this.stations = stations;
    this.retain = retain;
    this.qos = qos;
  }

  /** The messages that wait to be sent, as a property of the exchange. */
  private record Waiting(Iterator<Message> messages) {}

  /** Whether there is another message; it then stands in the exchange. */
  @Override
  public boolean matches(Exchange exchange) {
    Waiting waiting = exchange.getProperty(WAITING, Waiting.class);
    if (waiting == null) {
      waiting = new Waiting(messages(exchange).iterator());
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

  private List<Message> messages(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    Publication publication = exchange.getMessage().getBody(Publication.class);
    Optional<String> serial = station.serial();
    if (serial.isEmpty()) {
      return List.of();
    }
    MqttLeaves topics = new MqttLeaves(station.root(), serial.get(), retain);
    List<Message> messages = new ArrayList<>(topics.messages(publication.leaves()));
    publication
        .whole()
        .ifPresent(
            view -> {
              station.markPublished();
              View before = published.put(station.number(), view);
              if (before != null && sameInverter(before, view)) {
                messages.addAll(topics.departures(before, view));
              }
            });
    return messages;
  }

  private static boolean sameInverter(View before, View after) {
    return before.snapshot().identity().serial().equals(after.snapshot().identity().serial());
  }
}
