package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncCallbackToCompletableFutureAdapter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Reads the inverter of header {@code inverter}; without data its route ends here.
 *
 * <p>Reads, and all that its route does afterwards, on a shared thread, so that one clock serves
 * all inverters; an only one is read by the clock's own thread, which spares a hand-over. An
 * inverter is read again when the route is through with what was read before; of the ticks that
 * come meanwhile one waits, and begins the next read at once.
 *
 * <p>It is no service of Camel's, as its base class for such processors is: the routes of all
 * inverters share it, and Camel would take each step that uses it for one and the same.
 */
final class PollProcessor implements AsyncProcessor {
  private static final String HAS_TURN = "givbridge.poll.turn";

  private final Stations stations;
  private final HeadStart headStart;
  private final Executor threads;
  private final Map<Integer, InOrder> turns = new ConcurrentHashMap<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  PollProcessor(Stations stations, HeadStart headStart, Executor threads) {
    this.stations = stations;
    this.headStart = headStart;
    this.threads = threads;
  }

  @Override
  public void process(Exchange exchange) {
    PluginHelper.getAsyncProcessorAwaitManager(exchange.getContext()).process(this, exchange);
  }

  @Override
  public CompletableFuture<Exchange> processAsync(Exchange exchange) {
    AsyncCallbackToCompletableFutureAdapter<Exchange> callback =
        new AsyncCallbackToCompletableFutureAdapter<>(exchange);
    process(exchange, callback);
    return callback.getFuture();
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    try {
      Station station = stations.number(Headers.inverter(exchange));
      if (exchange.getProperty(HAS_TURN) != null) {
        // A route that reads twice must not wait for its own end.
        read(exchange, station);
      } else if (!isToBeRead(exchange, station)) {
        exchange.setRouteStop(true);
      } else if (stations.all().size() == 1) {
        readAlone(exchange, station);
      } else if (turns
          .computeIfAbsent(station.number(), number -> new InOrder(threads))
          .offer(() -> turn(exchange, callback, station))) {
        return false;
      } else {
        exchange.setRouteStop(true);
      }
    } catch (RuntimeException | Error e) {
      // Errors too, as they would end the clock's thread.
      exchange.setException(e);
    }
    callback.done(true);
    return true;
  }

  /** A program that ends does not begin to read. */
  private static boolean isToBeRead(Exchange exchange, Station station) {
    return station.excluded().isEmpty()
        && !station.parts().pause().isOn()
        && !exchange.getContext().isStopping();
  }

  /**
   * The clock's thread has nobody else to serve, and holds its next tick back by itself; only where
   * a step of the route goes on in another thread does a tick come in vain.
   */
  private void readAlone(Exchange exchange, Station station) {
    if (underWay.compareAndSet(false, true)) {
      exchange.getExchangeExtension().addOnCompletion(new Through(() -> underWay.set(false)));
      exchange.setProperty(HAS_TURN, true);
      read(exchange, station);
    } else {
      exchange.setRouteStop(true);
    }
  }

  /** Lasts until the route is through, also where a step of it goes on in another thread. */
  private void turn(Exchange exchange, AsyncCallback callback, Station station) {
    CountDownLatch through = new CountDownLatch(1);
    exchange.getExchangeExtension().addOnCompletion(new Through(through::countDown));
    exchange.setProperty(HAS_TURN, true);
    try {
      if (isToBeRead(exchange, station)) {
        read(exchange, station);
      } else {
        exchange.setRouteStop(true);
      }
    } catch (RuntimeException e) {
      exchange.setException(e);
    }
    callback.done(false);
    await(through);
  }

  private static void await(CountDownLatch through) {
    try {
      through.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Exchange exchange, Station station) {
    try {
      Snapshot read =
          station.poll(
              () -> headStart.poll(station.number(), () -> station.parts().poller().poll(false)));
      // Since it was read a client may have had the inverter read once more.
      exchange.getMessage().setBody(station.parts().state().snapshot().orElse(read));
    } catch (LinkException told) {
      exchange.setRouteStop(true);
    }
  }

  /** Knows when the route is through with an exchange. */
  private static final class Through extends SynchronizationAdapter {
    private final Runnable tell;

    Through(Runnable tell) {
      this.tell = tell;
    }

    @Override
    public void onDone(Exchange exchange) {
      tell.run();
    }

    /** A copy that is put into a queue is none of this route's business. */
    @Override
    public boolean allowHandover() {
      return false;
    }
  }
}
