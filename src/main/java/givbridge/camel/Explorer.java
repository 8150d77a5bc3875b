package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Between two polls, looks at what an inverter may have and nobody knows yet, one thing at a time.
 */
public final class Explorer {
  private final Stations stations;
  private final Duration period;
  private final Clock clock;

  /**
   * Looks around until the next poll is due.
   *
   * @param period from one poll to the next
   */
  Explorer(Stations stations, Duration period, Clock clock) {
    this.stations = stations;
    this.period = period;
    this.clock = clock;
  }

  /** Whether there is something to look at now, and time for it; a program that ends has none. */
  public boolean pending(Exchange exchange) {
    if (exchange.getContext().isStopping()) {
      return false;
    }
    Station station = stations.number(Headers.inverter(exchange));
    // Asked first, since it waits for what is under way: the time that is left comes after that.
    return station.parts().poller().hasMore()
        && station.excluded().isEmpty()
        && !station.parts().pause().isOn()
        && isTime(station);
  }

  private boolean isTime(Station station) {
    return station
        .parts()
        .state()
        .snapshot()
        .filter(snapshot -> snapshot.report().started().plus(period).isAfter(clock.instant()))
        .isPresent();
  }

  /** Looks at one thing; the body becomes the new snapshot, or empty if nothing was found. */
  public void look(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    Optional<Snapshot> found;
    try {
      found = station.parts().poller().explore();
    } catch (LinkException lost) {
      // The next poll tells.
      found = Optional.empty();
    }
    exchange.getMessage().setBody(found.orElse(null));
  }
}
