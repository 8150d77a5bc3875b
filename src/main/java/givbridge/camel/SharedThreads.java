package givbridge.camel;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which all inverters are polled and all queues are worked off. There are as many as
 * have something to do at the same time, since any of them may wait for long, and a minute later no
 * more: the queue between them is a stack, so who worked last works next.
 */
final class SharedThreads implements Executor, AutoCloseable {
  static final String NAME = "givbridge-work";
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
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
