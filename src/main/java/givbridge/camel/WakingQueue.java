package givbridge.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/** A queue that tells its readers when there is something in it, so that none need wait there. */
final class WakingQueue extends LinkedBlockingQueue<Exchange> {
  private static final long serialVersionUID = 1;

  private final transient List<Runnable> readers = new CopyOnWriteArrayList<>();

  WakingQueue(int capacity) {
    super(capacity);
  }

  /** Calls the reader after each thing that is put in. */
  void tell(Runnable reader) {
    readers.add(reader);
  }

  /** Calls the reader no more. */
  void forget(Runnable reader) {
    readers.remove(reader);
  }

  @Override
  public boolean offer(Exchange exchange) {
    return told(super.offer(exchange));
  }

  @Override
  public boolean offer(Exchange exchange, long timeout, TimeUnit unit) throws InterruptedException {
    return told(super.offer(exchange, timeout, unit));
  }

  @Override
  public void put(Exchange exchange) throws InterruptedException {
    super.put(exchange);
    told(true);
  }

  private boolean told(boolean added) {
    if (added) {
      readers.forEach(Runnable::run);
    }
    return added;
  }
}
