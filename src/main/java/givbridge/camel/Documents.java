package givbridge.camel;

import givbridge.publish.JsonDocument;
import givbridge.view.View;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** The newest tree of each inverter, as REST serves it. */
public final class Documents {
  private static final Duration STATS_KEEP = Duration.ofMillis(100);

  /** So long need states that a poll has told not be told again. */
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private static final Buffer NOTHING_YET =
      Buffer.buffer("{\"result\": \"No register data cache exists, try again later\"}");

  private final Stations stations;
  private final Duration period;
  private final Clock clock;
  private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Integer, Published> published = new ConcurrentHashMap<>();

  /** A document, and its bytes of a moment ago once somebody has asked for them. */
  private static final class Kept {
    private final Station station;
    private final View view;
    private final JsonDocument document;
    private volatile Optional<Rendered> rendered = Optional.empty();

    Kept(Station station, View view) {
      this.station = station;
      this.view = view;
      this.document = JsonDocument.of(view);
    }

    /** The bytes, with the present age of the data. */
    Buffer bytes() {
      Rendered now =
          rendered
              .filter(it -> System.nanoTime() - it.nanos() < STATS_KEEP.toNanos())
              .orElseGet(() -> Rendered.of(document.bytes(station.stats())));
      rendered = Optional.of(now);
      return now.bytes();
    }
  }

  private record Published(View view, Instant at) {}

  private record Rendered(Buffer bytes, long nanos) {
    static Rendered of(byte[] bytes) {
      return new Rendered(Buffer.buffer(bytes), System.nanoTime());
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
        .ifPresent(view -> kept.put(station.number(), new Kept(station, view)));
  }

  /** Notes that the view in the body, a {@link Publication}, goes to the broker, if it is whole. */
  public void published(Exchange exchange) throws InvalidPayloadException {
    int number = stations.number(Headers.inverter(exchange)).number();
    exchange
        .getMessage()
        .getMandatoryBody(Publication.class)
        .whole()
        .ifPresent(view -> published.put(number, new Published(view, clock.instant())));
  }

  /** Whether the broker was given no whole view just now, which would tell all states too. */
  public boolean isQuiet(Exchange exchange) {
    Published last = published.get(stations.number(Headers.inverter(exchange)).number());
    return last == null
        || Duration.between(last.at(), clock.instant()).abs().compareTo(JUST_NOW) > 0;
  }

  /** Whether the inverter's tree is one that was read for REST alone. */
  public boolean isUnpublished(Exchange exchange) {
    int number = stations.number(Headers.inverter(exchange)).number();
    Published last = published.get(number);
    return newest(number).filter(view -> last == null || view != last.view()).isPresent();
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
  public Buffer tree(Exchange exchange) {
    return tree(stations.number(Headers.inverter(exchange))).orElse(NOTHING_YET);
  }

  /** The tree with the present age of the data; empty before the first read. */
  Optional<Buffer> tree(Station station) {
    return Optional.ofNullable(kept.get(station.number())).map(Kept::bytes);
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
