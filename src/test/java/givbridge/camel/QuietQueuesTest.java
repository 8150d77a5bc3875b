package givbridge.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues whose readers sleep until something comes or the end does. */
@Timeout(30)
class QuietQueuesTest {
  private final CamelContext context = new DefaultCamelContext();
  private final QuietQueues queues = new QuietQueues();

  @Test
  void whatComesIsReadInOrderAlsoWhileAReaderWaits() throws Exception {
    BlockingQueue<Exchange> queue = queues.create(2);
    Reader reader = new Reader(queue);
    Exchange first = new DefaultExchange(context);
    Exchange second = new DefaultExchange(context);

    assertThat(queue.offer(first) && queue.offer(second)).isTrue();

    assertThat(reader.read()).containsSame(first);
    assertThat(queue.poll(1, SECONDS)).isSameAs(second);
    assertThat(queue.isEmpty()).isTrue();
  }

  /** A second is what Camel asks for; the queue does not heed it until the end. */
  @Test
  void atTheEndAWaitingReaderLooksUpAndOthersWaitNoLongerThanAMoment() throws Exception {
    BlockingQueue<Exchange> queue = queues.create();
    BlockingQueue<Exchange> unread = queues.create();
    Reader reader = new Reader(queue);

    queues.end(context);

    assertThat(reader.read()).isEmpty();
    assertThat(queue.poll(1, SECONDS)).isNull();
    assertThat(queue.isEmpty()).isTrue();
    assertThat(unread.isEmpty()).as("nothing is put where nobody would take it").isTrue();
  }

  /** One that has begun to wait. */
  private static final class Reader {
    private final CompletableFuture<Optional<Exchange>> result = new CompletableFuture<>();

    Reader(BlockingQueue<Exchange> queue) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  result.complete(Optional.ofNullable(queue.poll(1, SECONDS)));
                } catch (InterruptedException e) {
                  result.completeExceptionally(e);
                }
              });
      thread.setDaemon(true);
      thread.start();
      await().until(() -> thread.getState() == State.TIMED_WAITING);
    }

    Optional<Exchange> read() throws Exception {
      return result.get(20, SECONDS);
    }
  }
}
