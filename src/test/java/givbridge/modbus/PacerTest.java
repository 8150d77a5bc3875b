package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.LanePolicy.Ration;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LanePolicy policy = policy(new Ration(4, 2, 2));
  private final Pacer pacer = new Pacer(policy);

  private static LanePolicy policy(Ration ration) {
    LanePolicy usual = LanePolicy.defaults();
    return new LanePolicy(
        usual.pacing(), usual.read(), usual.write(), usual.probe(), usual.connection(), ration);
  }

  private Ticket read() {
    return new Ticket(new ReadInputRegistersRequest(0, 60), Urgency.READ, Effort.NORMAL, policy);
  }

  private Ticket command() {
    return new Ticket(
        new WriteSingleRegisterRequest(20, new SimpleRegister(1)),
        Urgency.COMMAND,
        Effort.ONCE,
        policy);
  }

  private Instant sendEverySecond(int times) {
    Instant now = START;
    for (int i = 0; i < times; i++) {
      now = START.plusSeconds(i);
      pacer.sent(read(), now);
      pacer.free(now);
    }
    return now.plus(SECOND);
  }

  @Test
  void withinTheRationOnlyTheGapCounts() {
    Instant now = sendEverySecond(3);

    assertThat(pacer.waitBefore(read(), now)).isZero();
    assertThat(pacer.waitBefore(read(), now.minusMillis(900))).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void beyondItARequestWaitsUntilTheOldestIsAMinuteOld() {
    Instant now = sendEverySecond(4);

    assertThat(pacer.waitBefore(read(), now)).isEqualTo(Duration.ofSeconds(56));
    assertThat(pacer.waitBefore(read(), START.plusSeconds(60))).isZero();
  }

  @Test
  void requestsOfTheFutureSayNothingOnceTheClockWasSetBack() {
    sendEverySecond(4);
    Instant earlier = START.minus(Duration.ofMinutes(10));
    pacer.sent(read(), earlier);

    assertThat(pacer.waitBefore(read(), earlier.plus(SECOND))).isZero();
  }

  @Test
  void aSmallerRationWaitsForMoreOfThem() {
    Instant now = sendEverySecond(4);
    pacer.failed();

    assertThat(pacer.perMinute()).isEqualTo(2);
    assertThat(pacer.waitBefore(read(), now)).isEqualTo(Duration.ofSeconds(58));
    pacer.answered();
    pacer.answered();
    assertThat(pacer.waitBefore(read(), now)).isEqualTo(Duration.ofSeconds(56));
  }

  @Test
  void commandsNeverWaitForTheRation() {
    Instant now = sendEverySecond(10);

    assertThat(pacer.waitBefore(command(), now)).isZero();
  }

  @Test
  void aClockSetBackDoesNotHoldUpTheLine() {
    sendEverySecond(4);

    assertThat(pacer.waitBefore(read(), START.minusSeconds(3600)))
        .isEqualTo(policy.pacing().betweenReads());
  }
}
