package givbridge.camel;

import givbridge.plant.Snapshot;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Turns a snapshot into what is published of it. */
public final class Transformer {
  private final Stations stations;

  Transformer(Stations stations) {
    this.stations = stations;
  }

  /** The body is a snapshot and becomes a {@link Publication} of all leaves. */
  public void toView(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    Snapshot snapshot = exchange.getMessage().getMandatoryBody(Snapshot.class);
    exchange.getMessage().setBody(Publication.all(station.show(snapshot), station.stats()));
  }

  /** The body becomes a {@link Publication} of age and state alone. */
  public void toStats(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    exchange.getMessage().setBody(Publication.stats(station.stats()));
  }
}
