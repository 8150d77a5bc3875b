package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.command.Outcome.Done;
import givbridge.command.Outcome.Doubt;
import givbridge.command.Outcome.Failed;
import givbridge.command.Outcome.NotConfirmed;
import givbridge.command.Outcome.Refused;
import givbridge.command.Outcome.Unchanged;
import givbridge.command.Refusal.Code;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is answered: clients look for words in the sentences, and for numbers in the rest. */
class AnswersTest {
  private static final Answers ANSWERS = new Answers(Plant.COMMANDS);
  private static final List<RegisterResult> REGISTERS =
      List.of(
          new RegisterResult(94, "charge_slot_1_start", 530, Optional.of(530)),
          new RegisterResult(95, "charge_slot_1_end", 700, Optional.empty()));

  private static WritePlan plan(String name, String payload) {
    CommandRequest request =
        (CommandRequest)
            new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);
    Planner planner =
        new Planner(
            Plant.PLANTS,
            Plant.COMMANDS,
            CommandSettings.GIVTCP,
            Plant.shown(Plant.GEN1.snapshot()));
    return (WritePlan) planner.plan(request, Plant.GEN1.snapshot(), Remembered.NOTHING);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "enableChargeTarget; enable; Enabling Charge Target was a success",
        "enableChargeTarget; disable; Disabling Charge Target was a success",
        "disableChargeTarget; enable; Disabling Charge Target was a success",
        "enableChargeSchedule; on; Setting Charge Schedule to enable was a success",
        "enableDishargeSchedule; off; Setting Discharge Schedule to disable was a success",
        "enableDischarge; enable; Setting Discharge enable was a success",
        "setChargeRate; 2500; Setting battery charge rate 2500 was a success",
        "setChargeRate; 9999; Setting battery charge rate 2600 (asked 9999) was a success",
        "setDischargeRate; 50%; Setting battery discharge limit 1300 was a success",
        "setChargeTarget; 85; Setting Charge Target 85 was a success",
        "setBatteryReserve; 20; Setting battery reserve 20 was a success",
        "setBatteryReserve; 2; Setting battery reserve 4 (asked 2) was a success",
        "setBatteryMode; 2; Setting Eco (Paused) mode was a success",
        "setChargeSlot1; {\"start\":\"0130\",\"finish\":\"04:30\"};"
            + " Setting Charge Slot 1 to: 01:30 - 04:30 was a success",
        "setDischargeSlot; {\"start\":\"16:00\",\"finish\":\"19:00\",\"slot\":\"2\"};"
            + " Setting Discharge Slot 2 to: 16:00 - 19:00 was a success",
        "setChargeStart1; 02:00; Setting Charge Slot 1 Start to: 02:00 was a success",
        "setChargeEnd1; 05:00; Setting Charge Slot End 1 to: 05:00 was a success",
        "setDischargeStart1; 02:00; Setting Discharge Slot start 1 Start to: 02:00 was a success",
        "setDischargeEnd1; 05:00; Setting Discharge Slot End 1 to: 05:00 was a success",
        "setDateTime; 31/12/2025 23:59:00; Setting inverter time was a success",
      })
  void successIsToldInGivTcpsWords(String name, String payload, String sentence) {
    Outcome done = new Done(plan(name, payload), REGISTERS, Plant.NOW);
    Outcome unchanged = new Unchanged(plan(name, payload), REGISTERS, Plant.NOW);

    assertThat(ANSWERS.sentence(name, done)).isEqualTo(sentence);
    assertThat(ANSWERS.sentence(name, unchanged)).isEqualTo(sentence);
    assertThat(ANSWERS.classic(name, "7", done)).hasToString("{\"result\":\"" + sentence + "\"}");
  }

  @Test
  void everyFailureSaysFailedAndWhyAndNeverSuccess() {
    Outcome refused = new Refused(new Refusal(Code.CANNOT, "no {such} $1 thing"), Plant.NOW);

    assertThat(Plant.COMMANDS.commands())
        .allSatisfy(
            command ->
                assertThat(Sentences.of(command, refused))
                    .contains("failed")
                    .endsWith("no {such} $1 thing")
                    .doesNotContain("was a success"));
    assertThat(ANSWERS.sentence("nonsense", refused))
        .isEqualTo("nonsense failed: no {such} $1 thing");
  }

  @Test
  void whatIsNotFinishedIsNeitherASuccessNorAFailure() {
    Outcome running = NotConfirmed.stillRunning(Plant.NOW);

    assertThat(ANSWERS.classic("setChargeTarget", "7", running))
        .hasToString("{\"result\":\"Error: no confirmation yet, outcome unknown\",\"id\":\"7\"}");
    assertThat(ANSWERS.status(running)).isEqualTo(504);
  }

  @Test
  void theDocumentTellsEveryRegister() {
    Outcome outcome = new NotConfirmed(Doubt.UNREAD, "no answer", REGISTERS, Plant.NOW);

    assertThat(ANSWERS.document("setChargeSlot1", "7", outcome, ZoneId.of("Europe/London")))
        .hasToString(
            "{\"command\":\"setChargeSlot1\",\"outcome\":\"not confirmed\","
                + "\"result\":\"Setting Charge Slot failed: no answer\",\"registers\":["
                + "{\"register\":94,\"name\":\"charge_slot_1_start\",\"asked\":530,\"held\":530},"
                + "{\"register\":95,\"name\":\"charge_slot_1_end\",\"asked\":700,\"held\":null}],"
                + "\"reason\":\"no answer\",\"time\":\"2025-06-01T13:00:00+01:00\",\"id\":\"7\"}");
  }

  @Test
  void theReasonOfASuccessIsWhatWasChanged() {
    Outcome done = new Done(plan("setChargeRate", "9999"), List.of(), Plant.NOW);
    Outcome unchanged = new Unchanged(plan("setBatteryReserve", "0"), List.of(), Plant.NOW);

    assertThat(ANSWERS.document("setChargeRate", "7", done, ZoneId.of("UTC")).toString())
        .contains("\"outcome\":\"done\"", "limited to 2600 W, asked 9999 W");
    assertThat(ANSWERS.document("setBatteryReserve", "7", unchanged, ZoneId.of("UTC")).toString())
        .contains("\"outcome\":\"unchanged\"", "raised to 4 %, asked 0 %");
    assertThat(ANSWERS.problem(done)).isEmpty();
    assertThat(ANSWERS.status(unchanged)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_COMMAND, 404",
    "BAD_PAYLOAD, 400",
    "CANNOT, 409",
    "OUT_OF_RANGE, 422",
  })
  void eachKindOfRefusalHasItsStatus(Code code, int status) {
    Outcome refused = new Refused(new Refusal(code, "so"), Plant.NOW);

    assertThat(ANSWERS.status(refused)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"OFFLINE, 503", "INVERTER, 502"})
  void eachKindOfFailureHasItsStatus(Outcome.Fault fault, int status) {
    Outcome failed = new Failed(fault, "so", REGISTERS, Plant.NOW);

    assertThat(ANSWERS.status(failed)).isEqualTo(status);
  }

  @Test
  void aProblemBodyHasTheMembersOfTheStandard() {
    Outcome failed = new Failed(Outcome.Fault.INVERTER, "so", REGISTERS.subList(0, 1), Plant.NOW);
    Problem problem = ANSWERS.problem(failed).orElseThrow();

    assertThat(ANSWERS.problem("setChargeSlot1", problem, failed))
        .hasToString(
            "{\"type\":\"urn:givbridge:problem:failed\","
                + "\"title\":\"The inverter did not do it\",\"status\":502,\"detail\":\"so\","
                + "\"command\":\"setChargeSlot1\",\"outcome\":\"failed\",\"registers\":["
                + "{\"register\":94,\"name\":\"charge_slot_1_start\",\"asked\":530,\"held\":530}]}");
  }

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void whatIsNotConfirmedIsAProblemOfTheGateway(Doubt doubt) {
    Outcome outcome = new NotConfirmed(doubt, "so", List.of(), Plant.NOW);

    assertThat(ANSWERS.status(outcome)).isEqualTo(doubt == Doubt.STILL_RUNNING ? 504 : 502);
  }

  @Test
  void theLeavesOfARequestAreThoseOfItsSlotAndInverter() {
    assertThat(Leaves.of(plan("setChargeStart1", "05:00").request(), "CE1234G567"))
        .containsExactly(
            "Timeslots/Charge_start_time_slot_1", "Timeslots/EMS_Charge_start_time_slot_1");
    assertThat(Leaves.of(plan("setDateTime", "31/12/2025 23:59:00").request(), "CE1234G567"))
        .containsExactly("CE1234G567/Invertor_Time");
  }
}
