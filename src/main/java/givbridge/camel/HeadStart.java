package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import java.util.Map;
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

  /** Whether the inverter of that number is read ahead. */
  static boolean isFor(int number) {
    return number <= INVERTERS;
  }

  /** Begins to read. */
  void begin(Stations stations) {
    stations.all().stream()
        .filter(station -> isFor(station.number()))
        .forEach(
            station -> {
              FutureTask<Snapshot> first = new FutureTask<>(() -> station.poll(false));
              begun.put(station.number(), first);
              Background.run("first-poll-" + station.number(), first);
            });
  }

  /**
   * Reads what is due, or waits for what was begun.
   *
   * @throws LinkException if the inverter gives nothing, or must not be used
   */
  Snapshot poll(Station station) throws LinkException {
    FutureTask<Snapshot> first = begun.remove(station.number());
    return first == null ? station.poll(false) : result(first);
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
