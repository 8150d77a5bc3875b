package givbridge.camel;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which all inverters are polled and all queues are worked off. There are as many as
 * have something to do at the same time, since any of them may wait for long, and soon after two:
 * the queue between them is a stack, so who worked last works next.
 */
final class SharedThreads implements Executor, AutoCloseable {
  static final String NAME = "givbridge-work";
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** What one inverter needs: a poll, and what is sent of it. */
  private static final int KEPT = 2;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          KEPT,
          Integer.MAX_VALUE,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> Background.thread(NAME, work));

  /**
   * Does the work at once.
   *
   * @throws java.util.concurrent.RejectedExecutionException once it is closed
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** Interrupts what is under way, and takes nothing any more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
