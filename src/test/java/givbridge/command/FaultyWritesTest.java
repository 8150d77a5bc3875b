package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.command.Command.Care;
import givbridge.command.FakeInverter.Fault;
import givbridge.command.Outcome.Done;
import givbridge.command.Outcome.Doubt;
import givbridge.command.Outcome.Failed;
import givbridge.command.Outcome.NotConfirmed;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done, and said, when writes and readings go wrong. */
class FaultyWritesTest extends RunnerBench {
  @Test
  void aWriteWithoutEchoThatWasDoneIsNotRepeated() {
    inverter.fault(116, Fault.DONE_WITHOUT_ECHO);
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("116=50", "read HR(60,60)", "read HR(60,60)");
  }

  @Test
  void aLostWriteIsRepeatedAfterAReading() {
    inverter.fault(116, Fault.LOST, Fault.LOST);
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames())
        .containsExactly(
            "116=50", "read HR(60,60)", "116=50", "read HR(60,60)", "116=50", "read HR(60,60)");
  }

  @Test
  void afterThreeLostWritesItFailedAndSaysWhatHolds() {
    inverter.fault(95, Fault.LOST, Fault.LOST, Fault.LOST);
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setChargeSlot1", SLOT).outcome();

    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(outcome.why())
        .isEqualTo(
            "charge_slot_1_end = 700 was not written: no echo; 1 of 2 registers hold what was"
                + " asked");
    assertThat(outcome.registers())
        .extracting(RegisterResult::held)
        .containsExactly(Optional.of(530), Optional.of(0));
    assertThat(inverter.frames()).filteredOn("95=700"::equals).hasSize(3);
  }

  @Test
  void theFirstFailureStopsTheRest() {
    inverter.fault(94, Fault.REFUSED);
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeSlot1", SLOT).outcome()).isInstanceOf(Failed.class);
    assertThat(inverter.frames()).containsExactly("94=530", "read HR(60,60)");
  }

  @Test
  void anotherValueInTheEchoIsReadAndWrittenAgain() {
    inverter.fault(116, Fault.STORES_ANOTHER);
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames())
        .containsExactly("116=50", "read HR(60,60)", "116=50", "read HR(60,60)");
  }

  @Test
  void theEchoOfAnotherClientDoesNotDeceive() {
    inverter.fault(116, Fault.FOREIGN_ECHO);
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).filteredOn("116=50"::equals).hasSize(1);
  }

  @Test
  void anInverterThatInsistsOnAnotherValueFails() {
    inverter.fault(116, Fault.STORES_ANOTHER, Fault.STORES_ANOTHER, Fault.STORES_ANOTHER);
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setChargeTarget", "50").outcome();

    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(outcome.why()).contains("the inverter answered with 51");
    assertThat(outcome.registers().get(0).held()).contains(51);
  }

  @Test
  void aConnectionLostInTheMiddleIsToldWithWhatIsNotKnown() {
    inverter.fault(95, Fault.OFFLINE);
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setChargeSlot1", SLOT).outcome();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.fault()).isEqualTo(Outcome.Fault.OFFLINE));
    assertThat(outcome.registers()).allMatch(result -> result.held().isEmpty());
    assertThat(inverter.frames()).containsExactly("94=530", "95=700");
  }

  @Test
  void anInverterThatIsOfflineIsToldAtOnce() {
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.pass(Duration.ofMinutes(5));
    inverter.offline();

    assertThat(run(runner, "setChargeTarget", "50").outcome())
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            it -> assertThat(it.refusal().code()).isEqualTo(Refusal.Code.UNREACHABLE));
    assertThat(inverter.frames()).containsExactly("read HR(60,60)");
  }

  @Test
  void anInverterThatWasNeverReadIsOffline() {
    CommandRunner runner = new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);

    Outcome outcome = run(runner, "setChargeTarget", "50").outcome();

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.why()).isEqualTo("the inverter was not read yet");
  }

  @Test
  void aRegisterThatTheInverterSetsBackIsNotConfirmed() {
    inverter.afterWrite(it -> it.set(59, 1));
    inverter.set(59, 1);
    CommandRunner runner = fresh(Plant.GEN1, 59, 1);

    Outcome outcome = run(runner, "enableDischargeSchedule", "disable").outcome();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotConfirmed.class, it -> assertThat(it.doubt()).isEqualTo(Doubt.DIFFERENT));
    assertThat(outcome.why()).isEqualTo("enable_discharge holds 1, asked 0");
  }

  @Test
  void whatCannotBeReadBackIsNotConfirmed() {
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.silent(key -> true);

    Outcome outcome = run(runner, "setChargeTarget", "50").outcome();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotConfirmed.class, it -> assertThat(it.doubt()).isEqualTo(Doubt.UNREAD));
    assertThat(outcome.registers().get(0).held()).isEmpty();
  }

  @Test
  void aLostWriteThatCannotBeReadBackIsNotConfirmed() {
    inverter.fault(116, Fault.LOST, Fault.LOST, Fault.LOST);
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.silent(key -> true);

    assertThat(run(runner, "setChargeTarget", "50").outcome())
        .isInstanceOfSatisfying(
            NotConfirmed.class, it -> assertThat(it.doubt()).isEqualTo(Doubt.UNREAD));
  }

  @Test
  void aBlockThatCannotBeBelievedIsReadAgain() {
    List<BlockSpec> judged = new ArrayList<>();
    BlockCheck firstIsRubbish =
        (fresh, before, doubted) -> {
          judged.add(fresh.block().key().spec());
          return judged.size() == 1 ? Optional.of("rubbish") : Optional.empty();
        };
    CommandRunner runner = runner(Plant.GEN1, firstIsRubbish);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("116=50", "read HR(60,60)", "read HR(60,60)");
  }

  @Test
  void whatWasWrittenIsNoReasonToDoubtABlock() {
    List<Integer> expected = new ArrayList<>();
    BlockCheck check =
        (fresh, before, doubted) -> {
          expected.add(before.orElseThrow().block().word(Bank.HR, 116));
          return Optional.empty();
        };
    CommandRunner runner = runner(Plant.GEN1, check);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(expected).last().isEqualTo(50);
  }

  @Test
  void theSecondReadingIsJudgedByTheFirst() {
    List<Boolean> judged = new ArrayList<>();
    BlockCheck check =
        (fresh, before, doubted) -> {
          judged.add(doubted.isPresent());
          return doubted.isPresent() ? Optional.empty() : Optional.of("rubbish");
        };
    CommandRunner runner = runner(Plant.GEN1, check);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(judged).startsWith(false, true);
  }

  @Test
  void aBlockThatIsNeverBelievedConfirmsNothing() {
    CommandRunner runner = runner(Plant.GEN1, (fresh, before, doubted) -> Optional.of("rubbish"));

    CommandReport report = run(runner, "setChargeTarget", "50");

    assertThat(report.outcome()).isInstanceOf(NotConfirmed.class);
    assertThat(report.outcome().why()).contains("cannot be believed: rubbish");
    assertThat(report.blocks()).isEmpty();
  }

  @Test
  void whatMustNotHappenTwiceIsSentOnce() {
    inverter.fault(116, Fault.LOST);
    CommandRunner runner = fresh(Plant.GEN1);
    CommandRequest request = once("setChargeTarget", "50");

    assertThat(runner.run(request, remembered).outcome()).isInstanceOf(Failed.class);
    assertThat(inverter.frames()).filteredOn("116=50"::equals).hasSize(1);
  }

  @Test
  void whatIsDoneEachTimeIsWrittenAlsoWhereItHolds() {
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(runner.run(once("setChargeTarget", "100"), remembered).outcome())
        .isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("116=100", "read HR(60,60)");
  }

  /** The request for a command that is done each time it is asked, with one try. */
  private static CommandRequest once(String name, String payload) {
    CommandRequest request = request(name, payload);
    Command command = request.command();
    Command once =
        new Command(
            command.name(),
            command.aliases(),
            command.kind(),
            command.needs(),
            new Care(false, 1, Optional.empty()),
            command.shows(),
            command.wording(),
            command.parameters(),
            command.writes());
    return new CommandRequest(once, name, request.arguments());
  }
}
