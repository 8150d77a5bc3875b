package givbridge.link;

import givbridge.modbus.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Blocks that are asked for together. The one who asks is woken once, not for each block: to wake a
 * thread costs a small machine more than to take an answer up.
 */
final class Batch {
  private final int size;
  private final AnswerTaker taker;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private final List<Future<?>> requests = new ArrayList<>();
  private final Deque<Answer> arrived = new ArrayDeque<>();
  private int seen;
  private boolean ended;

  /**
   * An empty batch.
   *
   * @param size how many blocks will be asked for, at least one
   */
  Batch(int size, AnswerTaker taker) {
    this.size = size;
    this.taker = taker;
  }

  /** A request on its way; it is withdrawn when the reading ends before its turn. */
  synchronized void asked(Future<?> request) {
    requests.add(request);
    if (ended) {
      request.cancel(false);
    }
  }

  /** The answer to a request; from any thread. */
  void answered(Answer answer) {
    boolean goesOn;
    synchronized (this) {
      if (ended) {
        return;
      }
      arrived.addLast(answer);
      seen++;
      goesOn = taker.goesOn(answer);
      if (goesOn && seen < size) {
        return;
      }
      withdraw();
    }
    // Not before, lest the one who waits is woken only to wait for this.
    end.complete(goesOn);
  }

  /** Asks for nothing more. */
  private synchronized void withdraw() {
    ended = true;
    for (Future<?> request : requests) {
      if (!request.isDone()) {
        request.cancel(false);
      }
    }
  }

  /**
   * Hands the answers over until the end.
   *
   * @return whether all were asked for
   * @throws LinkException if the taker threw it, or the thread was interrupted
   */
  boolean take() throws LinkException {
    try {
      boolean all = awaitEnd();
      for (Answer answer : takeArrived()) {
        taker.take(answer);
      }
      return all;
    } finally {
      withdraw();
    }
  }

  private synchronized List<Answer> takeArrived() {
    List<Answer> all = List.copyOf(arrived);
    arrived.clear();
    return all;
  }

  private boolean awaitEnd() throws LinkException {
    try {
      return end.get(Lane.LONGEST.multipliedBy(size).toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkException(LinkException.Cause.NO_ANSWER, "interrupted while reading");
    } catch (TimeoutException | ExecutionException e) {
      throw new LinkException(LinkException.Cause.NO_ANSWER, "the reading came to no end: " + e);
    }
  }
}
