package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InOrderTest {
  private final SharedThreads threads = new SharedThreads();
  private final InOrder order = new InOrder(threads);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);

  @AfterEach
  void close() {
    threads.close();
  }

  private void held() {
    begun.countDown();
    try {
      gate.await();
      done.add("held");
    } catch (InterruptedException e) {
      done.add("interrupted");
    }
  }

  private void hold() throws InterruptedException {
    assertThat(order.offer(this::held)).isTrue();
    begun.await();
  }

  @Test
  void oneWaitsWhileOneIsUnderWayAndFurtherOnesComeInVain() throws Exception {
    hold();

    assertThat(order.offer(() -> done.add("waits"))).isTrue();
    assertThat(order.offer(() -> done.add("too many"))).isFalse();
    assertThat(done).isEmpty();
    gate.countDown();

    order.awaitRest();
    assertThat(done).containsExactly("held", "waits");
    assertThat(order.offer(() -> done.add("later"))).isTrue();
    order.awaitRest();
    assertThat(done).endsWith("later");
  }

  @Test
  void neverTwoAtOnceHoweverManyOffer() throws Exception {
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    Runnable work =
        () -> {
          most.accumulateAndGet(under.incrementAndGet(), Math::max);
          ran.incrementAndGet();
          under.decrementAndGet();
        };
    List<CompletableFuture<Void>> many = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      many.add(
          CompletableFuture.runAsync(
              () -> {
                for (int k = 0; k < 5000; k++) {
                  if (order.offer(work)) {
                    taken.incrementAndGet();
                  }
                }
              },
              threads));
    }
    for (CompletableFuture<Void> one : many) {
      one.get(20, TimeUnit.SECONDS);
    }
    order.awaitRest();

    assertThat(most).hasValue(1);
    assertThat(ran).as("what is taken is done").hasValue(taken.get());
  }

  @Test
  void goesOnAfterWorkThatFails() throws Exception {
    assertThat(
            order.offer(
                () -> {
                  throw new IllegalStateException("bad");
                }))
        .isTrue();
    order.awaitRest();

    assertThat(order.offer(() -> done.add("next"))).isTrue();

    order.awaitRest();
    assertThat(done).containsExactly("next");
  }

  @Test
  void theEndInterruptsWhatIsUnderWayAndDropsWhatWaits() throws Exception {
    hold();
    order.offer(() -> done.add("waits"));

    order.end();

    order.awaitRest();
    assertThat(done).containsExactly("interrupted");
    assertThat(order.offer(() -> done.add("late"))).isFalse();
  }

  @Test
  void theInterruptionReachesNobodyElseOnTheSameThread() throws Exception {
    hold();
    order.end();
    order.awaitRest();
    AtomicBoolean interrupted = new AtomicBoolean();
    InOrder other = new InOrder(threads);

    other.offer(
        () -> {
          interrupted.set(Thread.currentThread().isInterrupted());
          done.add("other");
        });

    await().until(() -> done.contains("other"));
    assertThat(interrupted).isFalse();
  }

  @Test
  void withoutAThreadTheWorkIsNotTakenAndTheNextTriesAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Executor scarce =
        work -> {
          switch (tries.incrementAndGet()) {
            case 1 -> throw new OutOfMemoryError("unable to create native thread");
            case 2 -> throw new RejectedExecutionException("closed");
            default -> work.run();
          }
        };
    InOrder poor = new InOrder(scarce);

    assertThat(poor.offer(() -> done.add("first"))).isFalse();
    assertThat(poor.offer(() -> done.add("second"))).isFalse();
    assertThat(poor.offer(() -> done.add("third"))).isTrue();

    poor.awaitRest();
    assertThat(done).containsExactly("third");
  }
}
