package givbridge.camel;

import givbridge.command.CommandRequest;
import givbridge.command.Outcome;
import givbridge.command.Planner;
import givbridge.command.Preparation;
import givbridge.command.Prepared;
import givbridge.command.Refusal;
import givbridge.command.WritePlan;
import givbridge.plant.Snapshot;
import givbridge.tariff.Rate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Switches the rate of a dynamic tariff; the body becomes the {@link CommandOutcome}. */
final class TariffSwitch implements Processor {
  private final Stations stations;
  private final Planner planner;
  private final boolean dynamic;
  private final Clock clock;

  /**
   * A switch.
   *
   * @param dynamic whether commands switch rates at all
   */
  TariffSwitch(Stations stations, Planner planner, boolean dynamic, Clock clock) {
    this.stations = stations;
    this.planner = planner;
    this.dynamic = dynamic;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException {
    CommandRequest request = exchange.getMessage().getMandatoryBody(CommandRequest.class);
    Station station = stations.number(Headers.inverter(exchange));
    Preparation prepared = prepared(request, station);
    exchange
        .getMessage()
        .setBody(
            prepared instanceof Prepared ready
                ? switched(station, ready)
                : CommandOutcome.refused((Refusal) prepared, clock.instant()));
  }

  private Preparation prepared(CommandRequest request, Station station) {
    Optional<Snapshot> snapshot = station.parts().state().snapshot();
    if (!dynamic) {
      return new Refusal(
          Refusal.Code.CANNOT,
          "External rate setting not allowed. Enable Dynamic Tariff in settings");
    }
    return snapshot.isEmpty()
        ? new Refusal(Refusal.Code.UNREACHABLE, "the inverter was not read yet")
        : planner.prepare(request, snapshot.get().topology());
  }

  private CommandOutcome switched(Station station, Prepared ready) {
    ready
        .settled()
        .arguments()
        .values()
        .forEach(rate -> station.ask(Rate.valueOf(rate.text().toUpperCase(Locale.ROOT))));
    WritePlan nothing =
        new WritePlan(ready.request(), ready.settled(), List.of(), Optional.empty());
    return CommandOutcome.of(
        ready.request(), new Outcome.Done(nothing, List.of(), clock.instant()));
  }
}
