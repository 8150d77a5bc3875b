package givbridge.camel;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.BlockingQueueFactory;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Makes the queues behind {@code seda:} endpoints. Camel's own wake each waiting thread every
 * second, to see whether it is to end: with a hundred inverters two hundred times a second for
 * nothing. Here a thread sleeps until there is something to do, or {@link #end} is called.
 */
final class QuietQueues implements BlockingQueueFactory<Exchange> {
  private static final long PATIENCE_MS = 3_600_000;
  private static final long AT_THE_END_MS = 50;

  private final Queue<Quiet> queues = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Exchange lookUp;

  @Override
  public BlockingQueue<Exchange> create() {
    return create(Integer.MAX_VALUE);
  }

  @Override
  public BlockingQueue<Exchange> create(int capacity) {
    Quiet queue = new Quiet(capacity);
    queues.add(queue);
    return queue;
  }

  /** Camel is about to stop: whoever waits looks up, and often from now on. */
  void end(CamelContext context) {
    Exchange mark = new DefaultExchange(context);
    lookUp = mark;
    queues.stream().filter(queue -> queue.awaited).forEach(queue -> queue.offer(mark));
  }

  /** A queue whose readers wait long. */
  private final class Quiet extends LinkedBlockingQueue<Exchange> {
    private static final long serialVersionUID = 1;

    private volatile boolean awaited;

    Quiet(int capacity) {
      super(capacity);
    }

    @Override
    public @Nullable Exchange poll(long timeout, TimeUnit unit) throws InterruptedException {
      // Noted before it is asked whether the end has come: one of both always sees the other.
      awaited = true;
      long patience = lookUp == null ? PATIENCE_MS : AT_THE_END_MS;
      Exchange next = super.poll(patience, TimeUnit.MILLISECONDS);
      return next == lookUp ? null : next;
    }
  }
}
