package givbridge.camel;

import givbridge.publish.Message;
import givbridge.publish.MqttLeaves;
import givbridge.publish.MqttLeaves.Delivery;
import givbridge.view.Leaf;
import givbridge.view.View;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Turns a {@link Publication} of an inverter into one message a leaf. */
public final class InverterMessages {
  private final Stations stations;
  private final Delivery delivery;
  private final Map<Integer, View> published = new ConcurrentHashMap<>();

  /** Messages as the user wants them. */
  InverterMessages(Stations stations, Delivery delivery) {
    this.stations = stations;
    this.delivery = delivery;
  }

  /** The body, a {@link Publication}, becomes {@link Messages}; before the first read none. */
  public void make(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    Publication publication = exchange.getMessage().getMandatoryBody(Publication.class);
    List<Message> messages =
        station.serial().map(serial -> messages(station, serial, publication)).orElse(List.of());
    exchange.getMessage().setBody(new Messages(messages));
  }

  private List<Message> messages(Station station, String serial, Publication publication) {
    List<Leaf> gone = publication.whole().map(view -> gone(station, view)).orElse(List.of());
    return new MqttLeaves(station.root(), serial, delivery).messages(publication.leaves(), gone);
  }

  /** The leaves of the whole view before that are not in this one. */
  private List<Leaf> gone(Station station, View view) {
    station.markPublished();
    View before = published.put(station.number(), view);
    return before != null && sameInverter(before, view) ? view.gone(before) : List.of();
  }

  private static boolean sameInverter(View before, View after) {
    return before.snapshot().identity().serial().equals(after.snapshot().identity().serial());
  }
}
