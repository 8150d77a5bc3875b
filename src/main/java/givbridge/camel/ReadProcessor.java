package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads the inverter of header {@code inverter} now and wholly, because a client asks for it. The
 * client waits no longer than its own patience, ten seconds for Predbat; a read that takes longer
 * goes on, and what it brings is in the next tree.
 */
final class ReadProcessor implements Processor {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Stations stations;
  private final ExecutorService workers;

  ReadProcessor(Stations stations, ExecutorService workers) {
    this.stations = stations;
    this.workers = workers;
  }

  @Override
  public void process(Exchange exchange)
      throws LinkException, InterruptedException, ExecutionException {
    Station station = stations.number(Headers.inverter(exchange));
    Future<Snapshot> work = workers.submit(() -> station.poll(true));
    try {
      exchange.getMessage().setBody(work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new LinkException(
          LinkException.Cause.NO_ANSWER,
          "the inverter was not read within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkException known) {
        throw known;
      }
      throw e;
    }
  }
}
