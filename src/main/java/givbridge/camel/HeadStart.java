package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The first poll of the first inverters, which is under way while Camel still starts; the first
 * tick of an inverter's timer takes its result.
 */
final class HeadStart {
  /** So many have one; the timers of further ones tick later than Camel takes to start. */
  private static final int INVERTERS = 10;

  private final Map<Integer, FutureTask<Snapshot>> begun = new ConcurrentHashMap<>();
  private final Duration period;
  private final Clock clock;

  /** Reads an inverter. */
  interface Reading {
    Snapshot read() throws LinkException;
  }

  /**
   * No poll is under way yet.
   *
   * @param period from one poll to the next; an older result is not used
   */
  HeadStart(Duration period, Clock clock) {
    this.period = period;
    this.clock = clock;
  }

  /** The inverters to which it connects ahead. */
  static List<InverterSettings> of(Settings settings) {
    return settings.polling().byTimer()
        ? settings.inverters().stream().filter(it -> isFor(it.number())).toList()
        : List.of();
  }

  /** Whether the inverter of that number is read ahead. */
  static boolean isFor(int number) {
    return number <= INVERTERS;
  }

  /** Begins to read the inverter of that number. */
  void begin(int number, Reading reading) {
    FutureTask<Snapshot> first = new FutureTask<>(reading::read);
    begun.put(number, first);
    Background.run("first-poll-" + number, first);
  }

  /**
   * Reads what is due, or waits for what was begun.
   *
   * @throws LinkException if the inverter gives nothing, or must not be used
   */
  Snapshot poll(int number, Reading reading) throws LinkException {
    FutureTask<Snapshot> first = begun.remove(number);
    Optional<Snapshot> ahead =
        first == null ? Optional.empty() : Optional.of(result(first)).filter(this::isFresh);
    return ahead.isPresent() ? ahead.get() : reading.read();
  }

  /** A user's own route may tick long after the start. */
  private boolean isFresh(Snapshot read) {
    return Duration.between(read.report().started(), clock.instant()).compareTo(period) <= 0;
  }

  private static Snapshot result(FutureTask<Snapshot> first) throws LinkException {
    try {
      return first.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkException known) {
        throw known;
      }
      throw new IllegalStateException("the first poll failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkException(LinkException.Cause.OFFLINE, "the program ends");
    }
  }
}
