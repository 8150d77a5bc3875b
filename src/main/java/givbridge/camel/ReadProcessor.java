package givbridge.camel;

import givbridge.link.LinkException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the inverter of header {@code inverter} now and wholly, because a client asks for it. */
final class ReadProcessor implements Processor {
  private final Stations stations;

  ReadProcessor(Stations stations) {
    this.stations = stations;
  }

  @Override
  public void process(Exchange exchange) throws LinkException {
    exchange.getMessage().setBody(stations.number(Headers.inverter(exchange)).poll(true));
  }
}
