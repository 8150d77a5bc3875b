package givbridge.camel;

import givbridge.publish.Message;
import givbridge.publish.MqttLeaves;
import givbridge.view.Leaf;
import givbridge.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/** Turns a {@link Publication} of an inverter into one message a leaf. */
final class InverterMessages implements MqttMessages.Maker {
  private final Stations stations;
  private final boolean retain;
  private final Map<Integer, View> published = new ConcurrentHashMap<>();

  /**
   * Messages as the user wants them.
   *
   * @param retain whether the broker keeps states
   */
  InverterMessages(Stations stations, boolean retain) {
    this.stations = stations;
    this.retain = retain;
  }

  @Override
  public List<Message> of(Exchange exchange) {
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
                messages.addAll(topics.departures(Leaf.gone(before.leaves(), view.leaves())));
              }
            });
    return messages;
  }

  private static boolean sameInverter(View before, View after) {
    return before.snapshot().identity().serial().equals(after.snapshot().identity().serial());
  }
}
