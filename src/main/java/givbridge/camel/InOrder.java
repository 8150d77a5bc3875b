package givbridge.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing after the other on shared threads, and holds none of them while there is nothing
 * to do. While one thing is done at most one more waits: who comes too often, such as a clock that
 * is faster than the work, comes in vain.
 */
final class InOrder {
  private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

  private final Executor threads;
  private @Nullable Runnable waiting;
  private @Nullable Thread worker;
  private boolean busy;
  private boolean ended;

  InOrder(Executor threads) {
    this.threads = threads;
  }

  /** Does the work once its turn comes; returns whether it will, as nothing else waits. */
  boolean offer(Runnable work) {
    synchronized (this) {
      if (ended || waiting != null) {
        return false;
      }
      waiting = work;
      if (busy) {
        return true;
      }
      busy = true;
    }
    return begin();
  }

  private boolean begin() {
    try {
      threads.execute(this::workOff);
      return true;
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is begun any more: {}", e.toString());
    } catch (OutOfMemoryError e) {
      // The system gives no further thread now; whoever comes next tries again.
      LOG.warn("No thread can be had: {}", e.toString());
    }
    forget();
    return false;
  }

  private synchronized void forget() {
    waiting = null;
    rest();
  }

  private void workOff() {
    for (Runnable work = take(); work != null; work = take()) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        LOG.error("Work on a shared thread met a fault of the program", e);
      }
    }
  }

  private synchronized @Nullable Runnable take() {
    Runnable next = waiting;
    waiting = null;
    if (next == null) {
      rest();
    } else {
      worker = Thread.currentThread();
    }
    return next;
  }

  private void rest() {
    busy = false;
    worker = null;
    notifyAll();
  }

  /** Waits until nothing is under way, nor waits. */
  synchronized void awaitRest() throws InterruptedException {
    while (busy) {
      wait();
    }
  }

  /** Takes nothing any more, drops what waits, and interrupts what is under way. */
  synchronized void end() {
    ended = true;
    waiting = null;
    if (worker != null) {
      worker.interrupt();
    }
  }
}
