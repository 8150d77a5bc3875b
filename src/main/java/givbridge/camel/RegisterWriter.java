package givbridge.camel;

import givbridge.camel.CommandCall.Origin;
import givbridge.command.CommandReport;
import givbridge.command.CommandRequest;
import givbridge.command.Outcome;
import givbridge.command.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and confirms the request in the body, which becomes the {@link CommandOutcome}.
 *
 * <p>A client on a connection gets an answer before its own patience ends, which is ten seconds for
 * Predbat; the work then goes on, and its outcome is logged. By MQTT nobody holds a connection, so
 * the answer waits for the outcome.
 */
final class RegisterWriter implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger("command");
  private static final Duration REST_PATIENCE = Duration.ofSeconds(9);

  /** A wish that is older is not what its user wants any more. */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

  private final Stations stations;
  private final ExecutorService workers;
  private final Clock clock;

  RegisterWriter(Stations stations, ExecutorService workers, Clock clock) {
    this.stations = stations;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange)
      throws InvalidPayloadException, InterruptedException, ExecutionException {
    CommandCall call = Headers.call(exchange);
    CommandRequest request = exchange.getMessage().getMandatoryBody(CommandRequest.class);
    Station station = stations.number(Headers.inverter(exchange));
    if (station.excluded().isPresent()) {
      Refusal refusal = new Refusal(Refusal.Code.CANNOT, station.excluded().get());
      exchange.getMessage().setBody(CommandOutcome.refused(refusal, clock.instant()));
      return;
    }
    if (station.parts().pause().isOn() && !isHeld(exchange, station, call)) {
      Refusal refusal =
          new Refusal(
              Refusal.Code.UNREACHABLE, "it was not sent: " + station.parts().pause().why());
      exchange.getMessage().setBody(CommandOutcome.refused(refusal, clock.instant()));
      return;
    }
    Future<CommandReport> work = workers.submit(() -> run(station, call, request));
    Outcome outcome;
    try {
      outcome =
          call.origin() == Origin.REST
              ? work.get(REST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS).outcome()
              : work.get().outcome();
    } catch (TimeoutException e) {
      outcome = Outcome.NotConfirmed.stillRunning(clock.instant());
    }
    exchange.getMessage().setBody(CommandOutcome.of(request, outcome));
  }

  /**
   * Keeps a command for which nobody waits on a connection until the inverter answers again. Those
   * that follow wait behind it, in their order, and what the inverter then holds already is not
   * written again.
   *
   * @return whether it may be sent now
   */
  private boolean isHeld(Exchange exchange, Station station, CommandCall call)
      throws InterruptedException {
    if (call.origin() == Origin.REST) {
      return false;
    }
    LOG.info(
        "inverter {}: {} ({}) waits: {}",
        station.number(),
        call.name(),
        call.id(),
        station.parts().pause().why());
    Instant last = clock.instant().plus(LONGEST_HOLD);
    return station
        .parts()
        .pause()
        .awaitAnswer(() -> exchange.getContext().isStopping() || clock.instant().isAfter(last));
  }

  private static CommandReport run(Station station, CommandCall call, CommandRequest request) {
    CommandReport report = station.command(request);
    LOG.info(
        "inverter {}: {} ({}) is {}{}",
        station.number(),
        call.name(),
        call.id(),
        report.outcome().getClass().getSimpleName(),
        report.outcome().why().isEmpty() ? "" : ": " + report.outcome().why());
    return report;
  }
}
