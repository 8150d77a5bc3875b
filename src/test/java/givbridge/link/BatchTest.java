package givbridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.link.LinkException.Cause;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that come on other threads reach the one who asked, in order, until the end. */
@Timeout(20)
class BatchTest {
  private final Taker taker = new Taker();
  private final List<CompletableFuture<Void>> requests = new ArrayList<>();

  private static final class Taker implements AnswerTaker {
    private final List<Answer> taken = new CopyOnWriteArrayList<>();
    private Predicate<Answer> goesOn = answer -> true;
    private Predicate<Answer> fails = answer -> false;

    @Override
    public boolean goesOn(Answer answer) {
      return goesOn.test(answer);
    }

    @Override
    public void take(Answer answer) throws LinkException {
      if (fails.test(answer)) {
        throw new LinkException(Cause.REFUSED, "another inverter");
      }
      taken.add(answer);
    }
  }

  private Batch batch(int size) {
    Batch batch = new Batch(size, taker);
    for (int i = 0; i < size; i++) {
      requests.add(new CompletableFuture<>());
      batch.asked(requests.get(i));
    }
    return batch;
  }

  private static Answer came(int base) {
    BlockKey key = new BlockKey(0x11, new BlockSpec(Bank.IR, base, 1));
    return new Answer.Came(new Block(key, new int[] {base}, Instant.EPOCH));
  }

  private static Answer missing(int base, Cause cause) {
    BlockKey key = new BlockKey(0x11, new BlockSpec(Bank.IR, base, 1));
    return new Answer.Missing(key, new LinkException(cause, "no"));
  }

  @Test
  void whatCameBeforeIsTakenAtOnceInOrder() throws LinkException {
    Batch batch = batch(3);
    batch.answered(came(1));
    batch.answered(missing(2, Cause.NO_ANSWER));
    batch.answered(came(3));

    assertThat(batch.take()).isTrue();
    assertThat(taker.taken)
        .extracting(answer -> answer.key().spec().base())
        .containsExactly(1, 2, 3);
  }

  @Test
  void oneBlockAloneIsTaken() throws LinkException {
    Batch batch = batch(1);
    batch.answered(came(1));

    assertThat(batch.take()).isTrue();
    assertThat(taker.taken).hasSize(1);
  }

  @Test
  void nothingIsTakenBeforeTheLastIsThere() {
    Batch batch = batch(3);
    CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(() -> take(batch));
    batch.answered(came(1));
    batch.answered(came(2));
    assertThat(taker.taken).isEmpty();
    assertThat(reading).isNotDone();

    batch.answered(came(3));

    assertThat(reading.join()).isTrue();
    assertThat(taker.taken).hasSize(3);
  }

  private static boolean take(Batch batch) {
    try {
      return batch.take();
    } catch (LinkException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void afterTheEndNothingIsAskedAndNothingTaken() throws LinkException {
    taker.goesOn = Answer.Came.class::isInstance;
    Batch batch = batch(4);
    batch.answered(came(1));
    batch.answered(missing(2, Cause.OFFLINE));
    batch.answered(came(3));
    CompletableFuture<Void> late = new CompletableFuture<>();
    batch.asked(late);

    assertThat(batch.take()).isFalse();
    assertThat(taker.taken).extracting(answer -> answer.key().spec().base()).containsExactly(1, 2);
    assertThat(requests).allMatch(CompletableFuture::isCancelled);
    assertThat(late).isCancelled();
  }

  @Test
  void whatTheTakerThrowsEndsTheTaking() {
    taker.fails = answer -> answer.key().spec().base() == 2;
    Batch batch = batch(3);
    batch.answered(came(1));
    batch.answered(came(2));
    batch.answered(came(3));

    assertThatThrownBy(batch::take)
        .isInstanceOf(LinkException.class)
        .hasMessage("another inverter");
    assertThat(taker.taken).extracting(answer -> answer.key().spec().base()).containsExactly(1);
  }

  @Test
  void theRestIsWithdrawnWhenTheThreadIsInterrupted() {
    Batch batch = batch(3);
    Thread.currentThread().interrupt();

    assertThatThrownBy(batch::take)
        .isInstanceOf(LinkException.class)
        .hasMessage("interrupted while reading");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(requests).allMatch(CompletableFuture::isCancelled);
  }
}
