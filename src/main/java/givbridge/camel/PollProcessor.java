package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the inverter of header {@code inverter}; without data its route ends here. */
final class PollProcessor implements Processor {
  private final Stations stations;
  private final HeadStart headStart;

  PollProcessor(Stations stations, HeadStart headStart) {
    this.stations = stations;
    this.headStart = headStart;
  }

  @Override
  public void process(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    if (station.excluded().isPresent() || station.parts().pause().isOn()) {
      exchange.setRouteStop(true);
      return;
    }
    try {
      Snapshot read =
          station.poll(
              () -> headStart.poll(station.number(), () -> station.parts().poller().poll(false)));
      // Since it was read a client may have had the inverter read once more.
      exchange.getMessage().setBody(station.parts().state().snapshot().orElse(read));
    } catch (LinkException told) {
      exchange.setRouteStop(true);
    }
  }
}
