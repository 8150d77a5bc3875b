package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Stray;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** One request in flight: order, gaps, tries and matching. */
class DispatcherTest {

  private final LaneBench lane = LaneBench.prompt();

  @Test
  void aCommandOnAnIdleLaneLeavesAtOnce() {
    lane.read(0);
    lane.answerRead(0);
    lane.advance(1000);

    lane.write(20, 1, Effort.NORMAL);

    assertThat(lane.sent).containsExactly("0: read input 0", "1000: write 20");
  }

  @Test
  void readsKeepTheirGapFromSendToSend() {
    lane.read(0);
    lane.read(60);
    lane.read(120);
    lane.advance(100);
    lane.answerRead(0);
    lane.advance(400);
    lane.answerRead(60);

    assertThat(lane.sent)
        .containsExactly("0: read input 0", "250: read input 60", "500: read input 120");
  }

  @Test
  void anEchoForRegister0ConfirmsNoWrite() {
    var echo = lane.write(20, 1, Effort.NORMAL);
    lane.answerWrite(0, 1);
    assertThat(echo).isNotDone();
    lane.answerWrite(20, 1);
    assertThat(echo).isCompletedWithValueMatching(reply -> reply.words()[0] == 1);
  }

  @Test
  void aCommandOvertakesWaitingReadsAndLeavesWithTheAnswerInFlight() {
    lane.read(0);
    lane.read(60);
    lane.advance(100);
    lane.write(20, 1, Effort.NORMAL);
    lane.advance(50);
    assertThat(lane.sent).hasSize(1);

    lane.answerRead(0);
    lane.answerWrite(20, 1);
    lane.advance(300);

    assertThat(lane.sent).containsExactly("0: read input 0", "150: write 20", "400: read input 60");
  }

  @Test
  void writesKeepHalfASecondButTheReadBackLeavesWithTheEcho() {
    lane.write(20, 1, Effort.NORMAL);
    lane.write(27, 0, Effort.NORMAL);
    lane.advance(100);
    lane.answerWrite(20, 1);
    lane.advance(500);
    lane.answerWrite(27, 0);
    lane.read(0, Urgency.COMMAND, Effort.NORMAL);

    assertThat(lane.sent).containsExactly("0: write 20", "500: write 27", "600: read input 0");
  }

  @Test
  void anUnansweredReadIsRepeatedAndThenGivenUpWithWords() {
    var answer = lane.read(0);
    lane.advance(11_000);

    assertThat(lane.sent)
        .containsExactly("0: read input 0", "3500: read input 0", "7000: read input 0");
    assertThat(answer)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(ModbusIOException.class)
        .withMessageContaining(
            "inverter 1 did not answer: read input 0x11 0+2 (3 tries of 3000 ms)");
    assertThat(lane.statistics().requests()).isEqualTo(new LaneStatistics.Requests(3, 0, 2, 3, 0));
  }

  @Test
  void aLateAnswerCompletesTheRequestAndCancelsItsRepetition() {
    var answer = lane.read(0);
    lane.advance(3200);
    lane.answerRead(0);
    lane.advance(5000);

    assertThat(answer).isCompleted();
    assertThat(lane.sent).containsExactly("0: read input 0");
    assertThat(lane.statistics().requests().answered()).isEqualTo(1);
  }

  @Test
  void aCommandGoesBeforeTheRepetitionOfARead() {
    var slow = lane.read(0);
    lane.advance(1000);
    var command = lane.write(20, 1, Effort.NORMAL);
    lane.advance(2000);
    lane.answerRead(0);
    lane.answerWrite(20, 1);

    assertThat(lane.sent).containsExactly("0: read input 0", "3000: write 20");
    assertThat(slow).isCompleted();
    assertThat(command).isCompleted();
  }

  @Test
  void aSecondAnswerToARepeatedRequestIsLateAndNotTheAnswerToAnother() {
    lane.read(0);
    lane.advance(3600);
    lane.answerRead(0);
    var next = lane.read(60);
    lane.answerRead(0);
    lane.answerRead(0);

    assertThat(next).isNotDone();
    assertThat(lane.strays(StrayKind.LATE_REPLY)).isEqualTo(1);
    assertThat(lane.strays(StrayKind.UNSOLICITED_REPLY)).isEqualTo(1);
  }

  @Test
  void anAnswerOfOtherBaseOrCountIsNeverTaken() {
    var answer = lane.read(0);
    lane.answerRead(60);
    lane.dongle.arrived(Reply.of(RequestKey.input(0x11, 0, 3), "", 1, 2, 3));
    lane.dongle.arrived(Reply.of(RequestKey.input(0x31, 0, 2), "", 1, 2));
    lane.dongle.arrived(Reply.of(RequestKey.holding(0x11, 0, 2), "", 1, 2));

    assertThat(answer).isNotDone();
    assertThat(lane.strays(StrayKind.UNSOLICITED_REPLY)).isEqualTo(4);
    assertThat(lane.unasked).hasSize(4);
  }

  @Test
  void theWriteOfAnotherClientIsHandedToTheObserver() {
    lane.read(0);
    lane.answerWrite(94, 1700);

    assertThat(lane.strays(StrayKind.FOREIGN_WRITE_ECHO)).isEqualTo(1);
    assertThat(lane.unasked.get(0).words()).containsExactly(1700);
  }

  @Test
  void aFailingObserverDoesNotStopTheLane() {
    var answer = lane.read(0);
    lane.answerRead(666);
    lane.answerRead(0);

    assertThat(answer).isCompleted();
  }

  @Test
  void aWriteIsCompletedByItsRegisterAndTellsTheValueStored() {
    var echo = lane.write(20, 1, Effort.NORMAL);
    lane.answerWrite(27, 1);
    assertThat(echo).isNotDone();

    lane.answerWrite(20, 0);

    assertThat(echo).isCompletedWithValueMatching(reply -> reply.words()[0] == 0);
  }

  @Test
  void whatMustNotBeSentTwiceIsSentOnce() {
    var echo = lane.write(163, 100, Effort.ONCE);
    lane.advance(20_000);

    assertThat(lane.sent).containsExactly("0: write 163");
    assertThat(echo)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("(1 try of 3000 ms); it may have been stored");
  }

  @Test
  void aProbeIsShort() {
    var answer = lane.read(0, Urgency.READ, Effort.PROBE);
    lane.advance(1000);

    assertThat(answer).isCompletedExceptionally();
    assertThat(lane.sent).containsExactly("0: read input 0");
  }

  @Test
  void aRefusalIsTriedAgainAndThenTold() {
    var answer = lane.read(1000);
    for (int i = 0; i < 3; i++) {
      lane.dongle.arrived(new Refusal(0x11, 4, 0, 0, ""));
      lane.advance(500);
    }

    assertThat(lane.sent)
        .containsExactly("0: read input 1000", "500: read input 1000", "1000: read input 1000");
    assertThat(answer)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(RefusedByDeviceException.class)
        .withMessageContaining("inverter 1 refused: read input 0x11 1000+2 (3 tries)");
    assertThat(lane.statistics().requests().refusals()).isEqualTo(3);
  }

  @Test
  void aPassingRefusalIsForgotten() {
    var answer = lane.read(180);
    lane.dongle.arrived(new Refusal(0x11, 4, 180, 0, ""));
    lane.advance(500);
    lane.answerRead(180);

    assertThat(answer).isCompleted();
  }

  @Test
  void theRefusalOfSomeoneElsesRequestIsCounted() {
    var answer = lane.read(0);
    lane.dongle.arrived(new Refusal(0x32, 4, 60, 60, ""));

    assertThat(answer).isNotDone();
    assertThat(lane.strays(StrayKind.UNMATCHED_ERROR)).isEqualTo(1);
  }

  @Test
  void heartbeatsAreAnsweredWhateverIsInFlight() {
    lane.read(0);
    lane.read(60);
    lane.dongle.arrived(new Heartbeat(1, "WG0000G000", 1));

    assertThat(lane.sent).containsExactly("0: read input 0", "0: heartbeat");
    assertThat(lane.statistics().heartbeats()).isEqualTo(1);
  }

  @Test
  void whatIsNoAnswerIsCountedByKind() {
    lane.read(0);
    lane.dongle.arrived(new Stray(StrayKind.BAD_CRC, ""));
    lane.dongle.arrived(new Stray(StrayKind.BAD_CRC, ""));
    lane.dongle.arrived(
        Envelope.decode(Envelope.encodeRequest(new ReadMultipleRegistersRequest(0, 1))));

    assertThat(lane.statistics().strays())
        .isEqualTo(Map.of(StrayKind.BAD_CRC, 2L, StrayKind.UNEXPECTED_REQUEST, 1L));
  }

  @Test
  void aRequestWhoseCallerWentAwayIsNotSent() {
    lane.read(0);
    lane.read(60).cancel(false);
    lane.read(120);
    lane.advance(300);
    lane.answerRead(0);

    assertThat(lane.sent).containsExactly("0: read input 0", "300: read input 120");
  }

  @Test
  void theRequestsOfTheLastMinuteAreCounted() {
    lane.read(0);
    lane.answerRead(0);
    lane.advance(30_000);
    lane.read(0);
    lane.answerRead(0);
    assertThat(lane.statistics().recent().requestsLastMinute()).isEqualTo(2);
    assertThat(lane.statistics().recent().lastAnswer()).hasValue(LaneBench.START.plusSeconds(30));

    lane.advance(31_000);
    assertThat(lane.statistics().recent().requestsLastMinute()).isEqualTo(1);
  }
}
