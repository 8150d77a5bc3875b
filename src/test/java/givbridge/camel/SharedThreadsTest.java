package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedThreadsTest {
  private final SharedThreads threads = new SharedThreads();

  @AfterEach
  void close() {
    threads.close();
  }

  /** Work that lasts until it is let go. */
  private final class Held {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CompletableFuture<Thread> worker = new CompletableFuture<>();
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    Held() {
      threads.execute(
          () -> {
            worker.complete(Thread.currentThread());
            try {
              gate.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            done.complete(true);
          });
    }

    Thread worker() {
      return worker.join();
    }

    void letGo() {
      gate.countDown();
      done.join();
      await()
          .until(
              () ->
                  worker().getState() == State.WAITING
                      || worker().getState() == State.TIMED_WAITING);
    }
  }

  @Test
  void whatIsHeldHoldsNothingElseAndWhoWorkedLastWorksNext() {
    Held one = new Held();
    Held two = new Held();
    assertThat(two.worker()).isNotSameAs(one.worker());
    assertThat(one.worker().isDaemon()).isTrue();
    assertThat(one.worker().getName()).isEqualTo(SharedThreads.NAME);

    one.letGo();
    two.letGo();

    Held three = new Held();
    assertThat(three.worker()).isSameAs(two.worker());
    three.letGo();
    assertThat(new Held().worker()).isSameAs(two.worker());
  }

  @Test
  void atTheEndWhatIsUnderWayIsInterruptedAndNothingIsTaken() {
    Held held = new Held();
    Thread worker = held.worker();

    threads.close();

    await().until(() -> !worker.isAlive());
    assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
