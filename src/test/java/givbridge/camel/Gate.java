package givbridge.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/** Where a test holds the route of an inverter; a route calls it. */
public final class Gate {
  private final Map<Integer, Place> places = new ConcurrentHashMap<>();

  /** The gate of one inverter. */
  static final class Place {
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore open = new Semaphore(0);
    private volatile boolean closed;
  }

  private Place place(int inverter) {
    return places.computeIfAbsent(inverter, number -> new Place());
  }

  /** Lets the route go on, unless the inverter's gate is closed. */
  public void pass(Exchange exchange) throws InterruptedException {
    Place place = place(Headers.inverter(exchange));
    place.threads.add(Thread.currentThread().getName());
    place.most.accumulateAndGet(place.inside.incrementAndGet(), Math::max);
    try {
      if (place.closed) {
        place.open.acquire();
      }
    } finally {
      place.inside.decrementAndGet();
    }
  }

  void close(int inverter) {
    place(inverter).closed = true;
  }

  void open(int inverter) {
    place(inverter).closed = false;
    place(inverter).open.release(1000);
  }

  /** How many are held there. */
  int held(int inverter) {
    return place(inverter).closed ? place(inverter).inside.get() : 0;
  }

  /** How many were there at the same time. */
  int most(int inverter) {
    return place(inverter).most.get();
  }

  /** The names of the threads that came by, one for each time. */
  Queue<String> threads(int inverter) {
    return place(inverter).threads;
  }
}
