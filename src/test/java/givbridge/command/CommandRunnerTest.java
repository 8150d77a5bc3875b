package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import givbridge.command.Outcome.Done;
import givbridge.command.Outcome.Refused;
import givbridge.command.Outcome.Unchanged;
import givbridge.registers.Bank;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What goes over the wire for a command, and when nothing does. */
class CommandRunnerTest extends RunnerBench {
  @Test
  void aCommandIsWrittenAndReadBack() {
    CommandRunner runner = fresh(Plant.GEN1);

    CommandReport report = run(runner, "setChargeSlot1", SLOT);

    assertThat(inverter.frames()).containsExactly("94=530", "95=700", "read HR(60,60)");
    assertThat(report.outcome()).isInstanceOf(Done.class);
    assertThat(report.outcome().registers())
        .containsExactly(
            new RegisterResult(94, "charge_slot_1_start", 530, Optional.of(530)),
            new RegisterResult(95, "charge_slot_1_end", 700, Optional.of(700)));
    assertThat(report.outcome().at()).isEqualTo(inverter.instant());
  }

  @Test
  void whatWasReadBackIsInTheSnapshot() {
    CommandRunner runner = fresh(Plant.GEN1);

    CommandReport report = run(runner, "setChargeTarget", "50");

    assertThat(report.blocks()).hasSize(1);
    assertThat(state.snapshot().orElseThrow().reading("charge_target_soc").known())
        .isEqualTo(report.blocks().get(0).readings().get("charge_target_soc").known());
    assertThat(report.blocks().get(0).block().word(Bank.HR, 116)).isEqualTo(50);
  }

  @Test
  void whatTheInverterHoldsAlreadyCostsNoFrame() {
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeTarget", "100").outcome()).isInstanceOf(Unchanged.class);
    assertThat(inverter.frames()).isEmpty();
  }

  @Test
  void theSameCommandTwiceIsWrittenOnce() {
    CommandRunner runner = fresh(Plant.GEN1);
    run(runner, "setChargeTarget", "50");
    inverter.frames();

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Unchanged.class);
    assertThat(inverter.frames()).isEmpty();
  }

  @Test
  void onlyTheRegistersThatDifferAreWritten() {
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setBatteryMode", "Timed Demand").outcome();

    assertThat(inverter.frames()).containsExactly("59=1", "read HR(0,60)");
    assertThat(outcome.registers()).hasSize(2).allMatch(RegisterResult::holds);
  }

  @Test
  void whatIsOlderThanHalfAMinuteIsReadBeforeItIsLeftOut() {
    inverter.set(116, 80);
    CommandRunner runner = fresh(Plant.GEN1, 116, 80);
    inverter.pass(Duration.ofSeconds(31));

    assertThat(run(runner, "setChargeTarget", "80").outcome()).isInstanceOf(Unchanged.class);
    assertThat(inverter.frames()).containsExactly("read HR(60,60)");
  }

  @Test
  void whatWasSeenToHoldAnotherValueIsWrittenWithoutAskingFirst() {
    CommandRunner runner = fresh(Plant.GEN1);
    run(runner, "enableDischargeSchedule", "enable");
    inverter.frames();

    assertThat(run(runner, "setChargeTarget", "80").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("116=80", "read HR(60,60)");
  }

  @Test
  void whatWasReadBeforeAnotherWriteIsReadAgain() {
    inverter.set(116, 80);
    CommandRunner runner = fresh(Plant.GEN1, 116, 80);
    run(runner, "enableDischargeSchedule", "enable");
    inverter.frames();

    assertThat(run(runner, "setChargeTarget", "80").outcome()).isInstanceOf(Unchanged.class);
    assertThat(inverter.frames()).containsExactly("read HR(60,60)");
  }

  @Test
  void aRegisterNeverReadIsReadWithItsBlock() {
    CommandRunner runner = runner(Plant.GEN1, spec -> spec.base() == 0);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("read HR(60,60)", "116=50", "read HR(60,60)");
  }

  @Test
  void aRegisterWhoseBlockIsNotAnsweredIsReadAlone() {
    inverter.silent(key -> key.spec().base() == 60);
    CommandRunner runner = runner(Plant.GEN1, spec -> spec.base() == 0);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames())
        .containsExactly("read HR(60,60)", "read HR(116,1)", "116=50", "read HR(116,1)");
  }

  @Test
  void aRegisterThatCannotBeReadIsNotWritten() {
    inverter.silent(key -> key.spec().base() >= 60);
    CommandRunner runner = runner(Plant.GEN1, spec -> spec.base() == 0);

    Outcome outcome = run(runner, "setChargeTarget", "50").outcome();

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.why()).startsWith("nothing was written");
    assertThat(inverter.frames()).containsExactly("read HR(60,60)", "read HR(116,1)");
  }

  @Test
  void aRefusalLeavesNoFrame() {
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.pass(Duration.ofHours(1));
    String slot = "{\"start\":\"05:30\",\"finish\":\"07:00\",\"dischargeToPercent\":30}";

    assertThat(run(runner, "setDischargeSlot3", slot).outcome()).isInstanceOf(Refused.class);
    assertThat(run(runner, "setChargeTarget", "3").outcome()).isInstanceOf(Refused.class);
    assertThat(run(fresh(Plant.UNKNOWN), "setChargeTarget", "50").outcome())
        .isInstanceOf(Refused.class);
    assertThat(inverter.frames()).isEmpty();
  }

  @Test
  void aRateIsRefusedWhereTheCapacityTurnsOutToBeNothing() {
    CommandRunner runner = fresh(Plant.GEN1, 55, 0);

    Outcome outcome = run(runner, "setChargeRate", "1000").outcome();

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.why()).isEqualTo("the battery's capacity is not known");
  }

  @Test
  void theReserveBeforeAPauseIsKeptAndRestored() {
    CommandRunner runner = fresh(Plant.GEN1, 110, 35);
    inverter.set(110, 27);
    inverter.pass(Duration.ofMinutes(1));

    remembered = run(runner, "setBatteryMode", "Eco (Paused)").remembered();
    assertThat(remembered.value("battery_soc_reserve")).contains(27);
    run(runner, "setBatteryMode", "Eco");

    assertThat(inverter.word(110)).isEqualTo(27);
  }

  @Test
  void commandsOfOneInverterNeverInterleave() throws InterruptedException {
    CountDownLatch firstIsIn = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    inverter.afterWrite(
        it -> {
          firstIsIn.countDown();
          awaitQuietly(goOn);
        });
    CommandRunner runner = fresh(Plant.GEN1);
    Thread first = new Thread(() -> run(runner, "setChargeSlot1", SLOT));
    first.start();
    firstIsIn.await();
    Thread second = new Thread(() -> run(runner, "setChargeTarget", "50"));
    second.start();
    await().until(() -> second.getState() == Thread.State.WAITING);
    goOn.countDown();
    first.join();
    second.join();

    assertThat(inverter.frames())
        .containsExactly("94=530", "95=700", "read HR(60,60)", "116=50", "read HR(60,60)");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
