package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import givbridge.command.FakeInverter.Fault;
import givbridge.command.Outcome.Done;
import givbridge.command.Outcome.Doubt;
import givbridge.command.Outcome.Failed;
import givbridge.command.Outcome.NotConfirmed;
import givbridge.command.Outcome.Refused;
import givbridge.command.Outcome.Unchanged;
import givbridge.plant.BlockSpec;
import givbridge.plant.PlantState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What goes over the wire for a command, and what is said of it afterwards. */
class CommandRunnerTest {
  private static final BlockCheck BELIEVE_ALL = (fresh, before) -> Optional.empty();
  private static final String SLOT = "{\"start\":\"05:30\",\"finish\":\"07:00\"}";

  private FakeInverter inverter = new FakeInverter(Plant.usual());
  private final PlantState state = new PlantState();
  private Remembered remembered = Remembered.NOTHING;

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
    assertThat(report.blocks().get(0).block().word(givbridge.registers.Bank.HR, 116)).isEqualTo(50);
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
  void whatIsOlderThanHalfAMinuteIsReadFirst() {
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.set(116, 80);
    inverter.pass(Duration.ofSeconds(31));

    assertThat(run(runner, "setChargeTarget", "80").outcome()).isInstanceOf(Unchanged.class);
    assertThat(inverter.frames()).containsExactly("read HR(60,60)");
  }

  @Test
  void whatWasReadBeforeAnotherWriteIsReadAgain() {
    CommandRunner runner = fresh(Plant.GEN1);
    run(runner, "enableDischargeSchedule", "enable");
    inverter.set(116, 80);
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

    assertThat(outcome).isInstanceOf(Failed.class);
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
    CommandRunner runner = fresh(Plant.GEN1);
    inverter.set(55, 0);
    inverter.pass(Duration.ofMinutes(1));

    Outcome outcome = run(runner, "setChargeRate", "1000").outcome();

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.why()).isEqualTo("the battery's capacity is not known");
  }

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
            Failed.class, it -> assertThat(it.fault()).isEqualTo(Outcome.Fault.OFFLINE));
    assertThat(inverter.frames()).containsExactly("read HR(60,60)");
  }

  @Test
  void anInverterThatWasNeverReadIsOffline() {
    CommandRunner runner = new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);

    Outcome outcome = run(runner, "setChargeTarget", "50").outcome();

    assertThat(outcome).isInstanceOf(Failed.class);
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
        (fresh, before) -> {
          judged.add(fresh.block().key().spec());
          return judged.size() == 1 ? Optional.of("rubbish") : Optional.empty();
        };
    CommandRunner runner = runner(Plant.GEN1, firstIsRubbish);

    assertThat(run(runner, "setChargeTarget", "50").outcome()).isInstanceOf(Done.class);
    assertThat(inverter.frames()).containsExactly("116=50", "read HR(60,60)", "read HR(60,60)");
  }

  @Test
  void aBlockThatIsNeverBelievedConfirmsNothing() {
    CommandRunner runner = runner(Plant.GEN1, (fresh, before) -> Optional.of("rubbish"));

    CommandReport report = run(runner, "setChargeTarget", "50");

    assertThat(report.outcome()).isInstanceOf(NotConfirmed.class);
    assertThat(report.outcome().why()).contains("cannot be believed: rubbish");
    assertThat(report.blocks()).isEmpty();
  }

  @Test
  void aClockThatRunsOnWhileItIsSetIsProved() {
    inverter.afterWrite(it -> it.set(40, 59));
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setDateTime", "31/12/2025 23:59:57").outcome();

    assertThat(outcome).isInstanceOf(Done.class);
    assertThat(inverter.frames())
        .containsExactly("35=25", "36=12", "37=31", "38=23", "39=59", "40=57", "read HR(0,60)");
  }

  @Test
  void aClockThatTurnsTheYearWhileItIsSetIsProved() {
    inverter.afterWrite(it -> setClock(it, LocalDateTime.of(2026, 1, 1, 0, 0, 1)));
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setDateTime", "31/12/2025 23:59:58").outcome())
        .isInstanceOf(Done.class);
  }

  @Test
  void aClockThatIsFarFromWhatWasSetIsNotConfirmed() {
    inverter.afterWrite(it -> it.set(39, 30));
    CommandRunner runner = fresh(Plant.GEN1);

    Outcome outcome = run(runner, "setDateTime", "31/12/2025 23:59:00").outcome();

    assertThat(outcome).isInstanceOf(NotConfirmed.class);
    assertThat(outcome.why()).isEqualTo("the clock shows 2025-12-31T23:30, asked 2025-12-31T23:59");
  }

  @Test
  void aClockThatShowsNoDateIsNotConfirmed() {
    inverter.afterWrite(it -> it.set(36, 13));
    CommandRunner runner = fresh(Plant.GEN1);

    assertThat(run(runner, "setDateTime", "31/12/2025 23:59:00").outcome().why())
        .isEqualTo("system_time reads back as no date and time");
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

  private static void setClock(FakeInverter it, LocalDateTime time) {
    it.set(35, time.getYear() - 2000);
    it.set(36, time.getMonthValue());
    it.set(37, time.getDayOfMonth());
    it.set(38, time.getHour());
    it.set(39, time.getMinute());
    it.set(40, time.getSecond());
  }

  private CommandReport run(CommandRunner runner, String name, String payload) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);
    return runner.run((CommandRequest) parsed, remembered);
  }

  private CommandRunner fresh(Plant plant, int... changed) {
    state.clear();
    state.accept(plant.snapshot(inverter.instant(), spec -> true, Plant.holding(changed)));
    return new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);
  }

  private CommandRunner runner(Plant plant, BlockCheck check) {
    state.accept(plant.snapshot());
    return new CommandRunner(planner(), inverter, state, check, inverter);
  }

  private CommandRunner runner(Plant plant, Predicate<BlockSpec> read) {
    state.accept(plant.snapshot(inverter.instant(), read, Map.copyOf(Plant.usual())));
    return new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);
  }

  private static Planner planner() {
    return new Planner(Plant.PLANTS, Plant.COMMANDS, CommandSettings.GIVTCP);
  }
}
