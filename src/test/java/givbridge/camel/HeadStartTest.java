package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.link.LinkException;
import givbridge.plant.Snapshot;
import givbridge.testing.MutableClock;
import givbridge.view.RecordedPlant;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HeadStartTest {
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final RecordedPlant PLANT = RecordedPlant.of("three-phase");

  private final MutableClock clock = new MutableClock(RecordedPlant.READ);
  private final HeadStart headStart = new HeadStart(PERIOD, clock);
  private final AtomicInteger polls = new AtomicInteger();

  private final ExecutorService ticks = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    ticks.shutdownNow();
  }

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
    CompletableFuture<Snapshot> underWay = new CompletableFuture<>();
    headStart.begin(1, underWay::join);
    Future<Snapshot> tick = ticks.submit(() -> headStart.poll(1, this::read));
    Snapshot first = PLANT.snapshot(clock.instant());
    underWay.complete(first);

    assertThat(tick.get()).isSameAs(first);
    assertThat(polls).hasValue(0);
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
