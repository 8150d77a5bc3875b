package givbridge.camel;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.StartupListener;
import org.apache.camel.component.seda.SedaConsumer;
import org.apache.camel.component.seda.SedaEndpoint;
import org.jspecify.annotations.Nullable;

/** Reads from a queue on a shared thread, whenever there is something in it. */
final class SharedSedaConsumer extends SedaConsumer implements StartupListener {
  private final Executor threads;
  private final Runnable wake = this::wake;
  private volatile boolean open;
  private volatile @Nullable InOrder turns;
  private volatile @Nullable WakingQueue queue;

  SharedSedaConsumer(SedaEndpoint endpoint, Processor processor, Executor threads) {
    super(endpoint, processor);
    this.threads = threads;
  }

  @Override
  protected void doStart() throws Exception {
    if (!(getEndpoint().getQueue() instanceof WakingQueue waking)) {
      throw new IllegalArgumentException(
          getEndpoint() + " was given another queue at another place; give it to this one too");
    }
    turns = new InOrder(threads);
    queue = waking;
    super.doStart();
    // Ends the thread that it has just made to wait at the queue.
    super.doShutdown();
    waking.tell(wake);
    open();
  }

  /** What Camel's own thread does, which is not needed here. */
  @Override
  protected void doRun() {}

  @Override
  protected void doSuspend() throws Exception {
    open = false;
    super.doSuspend();
  }

  @Override
  protected void doResume() throws Exception {
    super.doResume();
    open();
  }

  @Override
  public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
    wake();
  }

  @Override
  public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
    wake();
  }

  private void open() {
    open = true;
    wake();
  }

  private void wake() {
    InOrder present = turns;
    if (present != null && mayTake()) {
      present.offer(this::drain);
    }
  }

  /** Routes that it leads to may not be there before Camel has started. */
  private boolean mayTake() {
    return open && !getEndpoint().getCamelContext().getStatus().isStarting();
  }

  private void drain() {
    WakingQueue source = Objects.requireNonNull(queue);
    Exchange next = mayTake() ? source.poll() : null;
    while (next != null) {
      handle(next);
      next = mayTake() ? source.poll() : null;
    }
  }

  private void handle(Exchange exchange) {
    try {
      Exchange prepared = prepareExchange(exchange);
      sendToConsumers(prepared, doneSync -> onProcessingDone(exchange, prepared));
    } catch (Exception e) {
      getExceptionHandler().handleException("Error processing exchange", exchange, e);
    }
  }

  /** Waits, unless it is forced, for what is under way. */
  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    super.prepareShutdown(suspendOnly, forced);
    InOrder present = turns;
    if (suspendOnly || forced || present == null) {
      return;
    }
    try {
      present.awaitRest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doStop() throws Exception {
    open = false;
    WakingQueue source = queue;
    if (source != null) {
      source.forget(wake);
    }
    InOrder present = turns;
    if (present != null) {
      present.end();
    }
    super.doStop();
  }
}
