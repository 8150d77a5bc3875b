package givbridge.camel;

import givbridge.publish.JsonDocument;
import givbridge.view.View;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** The newest tree of each inverter, as REST serves it. */
public final class Documents {
  private static final Duration STATS_KEEP = Duration.ofMillis(100);
  private static final byte[] NOTHING_YET =
      "{\"result\": \"No register data cache exists, try again later\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final Stations stations;
  private final Duration period;
  private final Clock clock;
  private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Integer, View> published = new ConcurrentHashMap<>();

  /** A document and its bytes of a moment ago. */
  private static final class Kept {
    private final View view;
    private final JsonDocument document;
    private final byte[] bytes;
    private final long nanos = System.nanoTime();

    Kept(View view, JsonDocument document, Station station) {
      this.view = view;
      this.document = document;
      this.bytes = document.bytes(station.stats());
    }

    /** The same, with the present age of the data if it is no longer what it was. */
    Kept now(Station station) {
      return System.nanoTime() - nanos < STATS_KEEP.toNanos()
          ? this
          : new Kept(view, document, station);
    }
  }

  /**
   * No documents yet.
   *
   * @param period a tree older than this is read anew by {@code runAll}; zero: every tree is
   */
  Documents(Stations stations, Duration period, Clock clock) {
    this.stations = stations;
    this.period = period;
    this.clock = clock;
  }

  /** Keeps the whole view in the body, a {@link Publication}, as the inverter's document. */
  public void keep(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    exchange
        .getMessage()
        .getMandatoryBody(Publication.class)
        .whole()
        .ifPresent(
            view -> kept.put(station.number(), new Kept(view, JsonDocument.of(view), station)));
  }

  /** Notes that the view in the body, a {@link Publication}, goes to the broker, if it is whole. */
  public void published(Exchange exchange) throws InvalidPayloadException {
    int number = stations.number(Headers.inverter(exchange)).number();
    exchange
        .getMessage()
        .getMandatoryBody(Publication.class)
        .whole()
        .ifPresent(view -> published.put(number, view));
  }

  /** Whether the inverter's tree is one that was read for REST alone. */
  public boolean isUnpublished(Exchange exchange) {
    int number = stations.number(Headers.inverter(exchange)).number();
    return newest(number).filter(view -> view != published.get(number)).isPresent();
  }

  /** The body becomes a {@link Publication} of all that the inverter's tree holds. */
  public void publication(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    newest(station.number())
        .ifPresent(view -> exchange.getMessage().setBody(Publication.all(view, station.stats())));
  }

  private Optional<View> newest(int number) {
    return Optional.ofNullable(kept.get(number)).map(document -> document.view);
  }

  /** The tree of the inverter; before the first read a sentence that says so. */
  public byte[] tree(Exchange exchange) {
    return tree(stations.number(Headers.inverter(exchange))).orElse(NOTHING_YET);
  }

  /** The tree with the present age of the data; empty before the first read. */
  Optional<byte[]> tree(Station station) {
    Kept document = kept.computeIfPresent(station.number(), (number, known) -> known.now(station));
    return Optional.ofNullable(document).map(it -> it.bytes);
  }

  /** Whether the inverter's data are older than one period. */
  public boolean isOld(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    return period.isZero()
        || newest(station.number())
            .flatMap(view -> view.snapshot().newest())
            .map(read -> Duration.between(read, clock.instant()).compareTo(period) > 0)
            .orElse(true);
  }
}
