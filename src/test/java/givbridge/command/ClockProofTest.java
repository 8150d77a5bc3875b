package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.command.Outcome.Done;
import givbridge.command.Outcome.NotConfirmed;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A clock runs on while it is set, and is proved all the same. */
class ClockProofTest extends RunnerBench {
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

  private static void setClock(FakeInverter it, LocalDateTime time) {
    it.set(35, time.getYear() - 2000);
    it.set(36, time.getMonthValue());
    it.set(37, time.getDayOfMonth());
    it.set(38, time.getHour());
    it.set(39, time.getMinute());
    it.set(40, time.getSecond());
  }
}
