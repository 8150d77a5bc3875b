package givbridge.camel;

import givbridge.publish.MqttLeaves;
import givbridge.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.support.DefaultMessage;

/** Turns a {@link Publication} into one message a leaf, for an MQTT endpoint to send. */
public final class MqttMessages {
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

  /** The messages for the publication in the body, with topic, payload and flags set. */
  public List<Message> of(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    Publication publication = exchange.getMessage().getMandatoryBody(Publication.class);
    Optional<String> serial = station.serial();
    if (serial.isEmpty()) {
      return List.of();
    }
    MqttLeaves topics = new MqttLeaves(station.root(), serial.get(), retain);
    List<givbridge.publish.Message> messages =
        new ArrayList<>(topics.messages(publication.leaves()));
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
    List<Message> ready = new ArrayList<>(messages.size());
    messages.forEach(message -> ready.add(ready(exchange, message)));
    return ready;
  }

  private static boolean sameInverter(View before, View after) {
    return before.snapshot().identity().serial().equals(after.snapshot().identity().serial());
  }

  private Message ready(Exchange exchange, givbridge.publish.Message message) {
    DefaultMessage ready = new DefaultMessage(exchange.getContext());
    ready.setBody(message.bytes());
    ready.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, message.topic());
    ready.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, message.retained());
    ready.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_QOS, qos);
    return ready;
  }
}
