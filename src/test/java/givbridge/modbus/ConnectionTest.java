package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.ModbusIOException;
import givbridge.modbus.Frame.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** One connection: when it is opened, kept, given up and left alone. */
class ConnectionTest {

  private final LaneBench lane = LaneBench.prompt();

  @Test
  void nothingIsDialledBeforeTheFirstRequestWhichWaitsForTheDongleToSettle() {
    LaneBench usual = LaneBench.usual();
    usual.advance(1000);
    assertThat(usual.dials).isEmpty();

    usual.write(20, 1, Effort.NORMAL);
    usual.advance(600);

    assertThat(usual.dials).containsExactly(1000L);
    assertThat(usual.sent).containsExactly("1500: write 20");
    assertThat(usual.counters.isOpen()).isTrue();
  }

  @Test
  void aConnectionThatWasAcceptedBeforeRestsOnlyForWhatIsLeft() {
    LaneBench usual = LaneBench.usual();
    usual.acceptedBefore = Duration.ofMillis(400);
    usual.write(20, 1, Effort.NORMAL);
    usual.advance(200);
    assertThat(usual.sent).containsExactly("100: write 20");

    LaneBench late = LaneBench.usual();
    late.acceptedBefore = Duration.ofMinutes(1);
    late.write(20, 1, Effort.NORMAL);
    assertThat(late.sent).containsExactly("0: write 20");
  }

  @Test
  void theFirstReadOfAConnectionIsThrownAwayAndAskedAgain() {
    LaneBench usual = LaneBench.usual();
    var first = usual.read(0);
    usual.advance(600);
    usual.answerRead(0);
    assertThat(first).isNotDone();

    usual.advance(200);
    usual.answerRead(0);
    var second = usual.read(60);
    usual.advance(300);
    usual.answerRead(60);

    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(usual.sent)
        .containsExactly("500: read input 0", "750: read input 0", "1000: read input 60");
    assertThat(usual.statistics().requests().retries()).isZero();
  }

  @Test
  void whileADongleIsAwayCallersHearItAtOnceAndItIsDialledEverMoreSeldom() {
    lane.refusingWith = "no connection, refused";
    for (int second = 0; second < 200; second++) {
      assertThat(failure(lane.read(0))).contains("inverter 1 is offline: no connection, refused");
      lane.advance(1000);
    }

    assertThat(lane.dials)
        .containsExactly(0L, 5000L, 15_000L, 35_000L, 75_000L, 135_000L, 195_000L);
    assertThat(failure(lane.read(0))).contains("next attempt in").contains("was not sent");
    assertThat(lane.statistics().connections().failed()).isEqualTo(7);
  }

  @Test
  void anAnswerResetsTheWaits() {
    lane.refusingWith = "refused";
    lane.read(0);
    lane.advance(5000);
    lane.read(0);
    lane.refusingWith = "";
    lane.advance(10_000);
    var answer = lane.read(0);
    lane.answerRead(0);
    lane.refusingWith = "refused";
    lane.dongle.closed("bye");
    lane.read(0);
    lane.advance(5000);
    lane.read(0);

    assertThat(answer).isCompleted();
    assertThat(lane.dials).containsExactly(0L, 5000L, 15_000L, 15_000L, 20_000L);
  }

  @Test
  void anIdleConnectionThatTheDongleClosesIsOpenedAgainOnlyWhenNeeded() {
    lane.read(0);
    lane.answerRead(0);
    lane.advance(10_000);
    lane.dongle.closed("bye");
    lane.advance(60_000);
    assertThat(lane.dials).hasSize(1);
    assertThat(lane.counters.isOpen()).isFalse();

    var answer = lane.read(60);
    lane.answerRead(60);

    assertThat(answer).isCompleted();
    assertThat(lane.dials).containsExactly(0L, 70_000L);
    assertThat(lane.statistics().connections())
        .isEqualTo(new LaneStatistics.Connections(true, 2, 1, 0, 0));
  }

  @Test
  void aConnectionThatEndsUnderARequestIsReplacedAndTheRequestRepeated() {
    lane.read(0);
    lane.answerRead(0);
    var answer = lane.read(60);
    lane.advance(300);
    lane.dongle.closed("bye");
    lane.advance(500);
    lane.answerRead(60);

    assertThat(answer).isCompleted();
    assertThat(lane.sent)
        .containsExactly("0: read input 0", "250: read input 60", "800: read input 60");
    assertThat(lane.statistics().connections().lost()).isEqualTo(1);
  }

  @Test
  void aWriteOnceIsNotRepeatedWhenItsConnectionEnds() {
    lane.read(0);
    lane.answerRead(0);
    var echo = lane.write(163, 100, Effort.ONCE);
    lane.dongle.closed("bye");
    lane.advance(5000);

    assertThat(lane.sent).hasSize(2);
    assertThat(failure(echo)).contains("closed the connection instead of answering: write 0x11");
  }

  @Test
  void requestsThatWaitForTheirGapSurviveTheEndOfAConnection() {
    lane.read(0);
    var waiting = lane.read(60);
    lane.answerRead(0);
    lane.dongle.closed("bye");
    lane.advance(300);
    lane.answerRead(60);

    assertThat(waiting).isCompleted();
    assertThat(lane.dials).hasSize(2);
  }

  @Test
  void aDongleThatAcceptsAndHangsUpIsLeftAloneForAWhile() {
    var answer = lane.read(0);
    lane.dongle.closed("bye");
    lane.advance(4000);

    assertThat(failure(answer))
        .contains("bye before it answered anything")
        .contains("got no answer");
    assertThat(failure(lane.read(0))).contains("next attempt in 1 s");
    assertThat(lane.dials).hasSize(1);
  }

  @Test
  void threeRequestsInARowWithoutAnyAnswerEndTheConnection() {
    lane.read(0);
    lane.read(60);
    var third = lane.read(120);
    var fourth = lane.read(180);
    lane.advance(40_000);

    assertThat(lane.sent).hasSize(9);
    assertThat(lane.wiresClosed).isEqualTo(1);
    assertThat(failure(third)).contains("did not answer");
    assertThat(failure(fourth)).contains("3 requests in a row got no answer");
    assertThat(lane.statistics().connections().lost()).isEqualTo(1);
  }

  @Test
  void anAnswerToAnybodyShowsThatTheConnectionLives() {
    lane.read(0);
    lane.read(60);
    lane.read(120);
    lane.advance(25_000);
    lane.answerRead(999);
    lane.advance(20_000);

    assertThat(lane.wiresClosed).isZero();
  }

  @Test
  void emptyAddressesDoNotEndAConnectionButAMinuteOfSilenceDoes() {
    for (int i = 0; i < 80; i++) {
      lane.read(i, Urgency.READ, Effort.PROBE);
    }
    lane.advance(59_000);
    assertThat(lane.wiresClosed).isZero();

    lane.advance(3000);

    assertThat(lane.wiresClosed).isEqualTo(1);
    lane.advance(0);
    assertThat(failure(lane.read(0))).contains("no answer for 60 s");
  }

  @Test
  void silenceIsCountedFromTheFirstUnansweredRequestAndNotFromIdleTime() {
    lane.read(0);
    lane.answerRead(0);
    lane.advance(300_000);
    lane.read(60);
    lane.advance(3500);

    assertThat(lane.wiresClosed).isZero();
    assertThat(lane.sent).hasSize(3);
  }

  @Test
  void aClosedLaneFailsWhatWaitsAndWhatComes() {
    var flying = lane.read(0);
    var waiting = lane.read(60);
    lane.close();

    assertThat(failure(flying)).contains("it was closed").contains("got no answer");
    assertThat(failure(waiting)).contains("was not sent");
    assertThat(failure(lane.read(120))).contains("it was closed");
    assertThat(lane.wiresClosed).isEqualTo(1);
    assertThat(lane.counters.isOpen()).isFalse();
  }

  @Test
  void whatAReplacedConnectionStillTellsIsNotHeard() {
    lane.read(0);
    lane.answerRead(0);
    Dialer.Listener old = lane.dongle;
    old.closed("bye");
    var answer = lane.read(60);
    lane.advance(300);
    old.arrived(Reply.of(RequestKey.input(0x11, 60, 2), "", 1, 2));
    old.closed("again");
    old.failed("again");

    assertThat(answer).isNotDone();
    lane.answerRead(60);
    assertThat(answer).isCompleted();
  }

  @Test
  void aConnectionThatOpensAfterTheLaneWasClosedIsClosedAtOnce() {
    lane.read(0);
    Dialer.Listener old = lane.dongle;
    lane.close();
    boolean[] closed = new boolean[1];
    old.opened(
        new Dialer.Wire() {
          @Override
          public void send(byte[] frame) {}

          @Override
          public void close() {
            closed[0] = true;
          }
        });

    assertThat(closed[0]).isTrue();
  }

  private static String failure(CompletableFuture<Reply> answer) {
    String[] message = new String[1];
    assertThat(answer)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(ModbusIOException.class)
        .satisfies(e -> message[0] = e.getCause().getMessage());
    return message[0];
  }
}
