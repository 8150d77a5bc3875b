package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import givbridge.testing.MutableClock;
import givbridge.view.RecordedPlant;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HeadStartTest {
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final RecordedPlant PLANT = RecordedPlant.of("three-phase");

  private final MutableClock clock = new MutableClock(RecordedPlant.READ);
  private final HeadStart headStart = new HeadStart(PERIOD, clock);
  private final AtomicInteger polls = new AtomicInteger();

  private Snapshot read() {
    polls.incrementAndGet();
    return PLANT.snapshot(clock.instant());
  }

  @Test
  void theFirstTickTakesWhatWasBegunAndTheNextReadsAnew() throws Exception {
    headStart.begin(1, this::read);

    headStart.poll(1, this::read);
    assertThat(polls).hasValue(1);

    headStart.poll(1, this::read);
    assertThat(polls).hasValue(2);
  }

  @Test
  void aTickWaitsForThePollThatIsUnderWay() throws Exception {
    CountDownLatch ticked = new CountDownLatch(1);
    headStart.begin(
        1,
        () -> {
          awaitOf(ticked);
          return read();
        });
    ticked.countDown();

    headStart.poll(1, this::read);

    assertThat(polls).hasValue(1);
  }

  private static void awaitOf(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTickLongAfterTheStartReadsAnew() throws Exception {
    headStart.begin(1, this::read);
    Rig.patiently().until(() -> polls.get() == 1);
    clock.advance(PERIOD.plusMillis(1));

    Snapshot read = headStart.poll(1, this::read);

    assertThat(polls).hasValue(2);
    assertThat(read.report().started()).isEqualTo(clock.instant());
  }

  @Test
  void whatFailedFailsTheTickAndOnlyThat() throws Exception {
    headStart.begin(
        1,
        () -> {
          throw new LinkException(LinkException.Cause.OFFLINE, "nobody there");
        });

    assertThatThrownBy(() -> headStart.poll(1, this::read))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("nobody there");
    headStart.poll(1, this::read);

    assertThat(polls).hasValue(1);
  }

  @Test
  void inverterWithoutAHeadStartIsReadByItsTick() throws Exception {
    headStart.begin(1, this::read);
    Rig.patiently().until(() -> polls.get() == 1);

    headStart.poll(2, this::read);

    assertThat(polls).hasValue(2);
    assertThat(HeadStart.isFor(10)).isTrue();
    assertThat(HeadStart.isFor(11)).isFalse();
  }
}
