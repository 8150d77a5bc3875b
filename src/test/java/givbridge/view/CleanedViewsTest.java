package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Doubt;
import givbridge.cleaning.Mark;
import givbridge.cleaning.Memory;
import givbridge.registers.Bank;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the cleaning does to views of one plant that follow each other. */
class CleanedViewsTest {
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final int GATEWAY_LOAD = 1618;
  private static final int GATEWAY_GRID = 1616;
  private static final String TODAY = "Energy/Today/";
  private static final String TOTAL = "Energy/Total/";

  private Instant now = RecordedPlant.READ;
  private View view = plant().view();

  /** At half past one in the afternoon of a day of its own. */
  private static RecordedPlant plant() {
    return clock(RecordedPlant.of("hybrid-gen2"), 1, 12, 0, 0);
  }

  private static RecordedPlant clock(RecordedPlant plant, int day, int hour, int min, int sec) {
    return plant
        .with(Bank.HR, 35, 26)
        .with(Bank.HR, 36, 3)
        .with(Bank.HR, 37, day)
        .with(Bank.HR, 38, hour)
        .with(Bank.HR, 39, min)
        .with(Bank.HR, 40, sec);
  }

  private View read(RecordedPlant plant) {
    now = now.plus(PERIOD);
    view = plant.after(view, now);
    return view;
  }

  private String shown(String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
  }

  @Test
  void powersThatDoNotAddUpAreHeldOnceThenBelieved() {
    String load = shown("Power/Power/Load_Power");
    RecordedPlant odd = plant().with(Bank.IR, 42, Integer.parseInt(load) + 4500);
    read(odd);
    assertThat(shown("Power/Power/Load_Power")).isEqualTo(load);
    assertThat(view.refused())
        .extracting(refusal -> refusal.finding().doubt())
        .contains(Doubt.AGAINST_THE_WHOLE);
    view = odd.after(view, now);
    assertThat(shown("Power/Power/Load_Power")).isEqualTo(load);
    read(odd);
    assertThat(shown("Power/Power/Load_Power")).isNotEqualTo(load);
  }

  /** A gateway's load may be larger than that of one inverter. */
  @Test
  void whatAnotherTreeBelievedIsJudgedByTheRulesOfThisOne() {
    RecordedPlant gateway =
        RecordedPlant.of("gateway")
            .with(Bank.IR, GATEWAY_LOAD, 25_000)
            .with(Bank.IR, GATEWAY_GRID, 0x10000 - 25_000);
    view = gateway.view();
    assertThat(shown("Power/Power/Load_Power")).isEqualTo("25000");
    read(plant().with(Bank.IR, 42, 25_000));
    assertThat(view.refused())
        .filteredOn(refusal -> refusal.place().path().equals("Power/Power/Load_Power"))
        .extracting(refusal -> refusal.finding().doubt())
        .containsExactly(Doubt.OUT_OF_BOUNDS);
  }

  @Test
  void whatIsDerivedFromAJumpIsShownTogetherWithIt() {
    String import0 = shown("Power/Power/Import_Power");
    RecordedPlant importing = plant().with(Bank.IR, 30, 0x10000 - 8000).with(Bank.IR, 42, 8000);
    read(importing);
    assertThat(shown("Power/Power/Import_Power")).isEqualTo(import0);
    read(importing);
    assertThat(shown("Power/Power/Grid_Power")).isEqualTo("-8000");
    assertThat(shown("Power/Power/Import_Power")).isEqualTo("8000");
  }

  @Test
  void lifetimeCountersThatAreAllZeroAreNeverBelieved() {
    String before = shown(TOTAL + "Import_Energy_Total_kWh");
    RecordedPlant empty = withoutTotals();
    for (int i = 0; i < 5; i++) {
      read(empty);
      assertThat(shown(TOTAL + "Import_Energy_Total_kWh")).isEqualTo(before);
    }
    view = empty.view();
    assertThat(shown(TOTAL + "Import_Energy_Total_kWh")).isEqualTo("absent");
  }

  private static RecordedPlant withoutTotals() {
    RecordedPlant empty = plant();
    for (int register : new int[] {11, 12, 21, 22, 32, 33, 45, 46}) {
      empty = empty.with(Bank.IR, register, 0);
    }
    return empty;
  }

  @Test
  void countersOfTheDayFallTogetherWhenTheInverterTurnsItsDay() {
    RecordedPlant evening = day(plant(), 60);
    view = clock(evening, 1, 12, 0, 0).view();
    assertThat(shown(TODAY + "Import_Energy_Today_kWh")).isEqualTo("6.0");
    String load = shown(TODAY + "Load_Energy_Today_kWh");
    assertThat(load).isNotEqualTo("0.0");

    // Half a day without an answer, over midnight.
    now = now.plus(Duration.ofHours(13));
    read(clock(day(plant(), 0), 2, 1, 0, 30));
    assertThat(shown(TODAY + "Import_Energy_Today_kWh")).isEqualTo("6.0");
    assertThat(shown(TODAY + "Load_Energy_Today_kWh")).isEqualTo(load);
    read(clock(day(plant(), 0), 2, 1, 1, 0));
    assertThat(shown(TODAY + "Import_Energy_Today_kWh")).isEqualTo("0.0");
    assertThat(shown(TODAY + "Load_Energy_Today_kWh")).isEqualTo("0.0");
  }

  @Test
  void withoutATurnOfTheDayNoCounterOfTheDayFalls() {
    view = day(plant(), 60).view();
    for (int i = 1; i <= 6; i++) {
      read(clock(day(plant(), 0), 1, 12, i / 2, i % 2 * 30));
      assertThat(shown(TODAY + "Import_Energy_Today_kWh")).isEqualTo("6.0");
    }
  }

  /** Every counter of the day at so many tenths. */
  private static RecordedPlant day(RecordedPlant plant, int tenths) {
    RecordedPlant all = plant;
    for (int register : new int[] {17, 19, 26, 36, 37, 44}) {
      all = all.with(Bank.IR, register, tenths);
    }
    for (int small : new int[] {25, 35}) {
      all = all.with(Bank.IR, small, tenths / 6);
    }
    return all;
  }

  @Test
  void marksSurviveARestartAndHoldWhatIsLowerAfterIt() {
    Map<String, Mark> kept = new HashMap<>(view.marks());
    assertThat(kept).containsKeys(TOTAL + "Import_Energy_Total_kWh", TODAY + "PV_Energy_Today_kWh");
    String before = shown(TOTAL + "Import_Energy_Total_kWh");
    assertThat(read(plant()).marks()).isEmpty();

    RecordedPlant lower = plant().with(Bank.IR, 32, 0).with(Bank.IR, 33, 5);
    View restarted =
        lower
            .tree()
            .view(
                lower.snapshot(now), Optional.empty(), Memory.of(kept), RecordedPlant.context(now));
    assertThat(restarted.leaf(TOTAL + "Import_Energy_Total_kWh"))
        .get()
        .extracting(leaf -> leaf.rendering().payload().orElseThrow())
        .isEqualTo(before);
  }

  @Test
  void aSettingOutsideItsBoundsIsAbsentAtOnce() {
    read(plant().with(Bank.HR, 116, 50));
    assertThat(shown("Control/Target_SOC")).isEqualTo("50");
    read(plant().with(Bank.HR, 116, 0));
    assertThat(shown("Control/Target_SOC")).isEqualTo("absent");
  }

  @Test
  void theDriftOfTheClockIsAgainstTheTimeAtWhichItWasRead() {
    view =
        clock(plant(), 1, 12, 7, 0)
            .tree()
            .view(
                clock(plant(), 1, 12, 7, 0).snapshot(),
                Optional.empty(),
                RecordedPlant.context(RecordedPlant.READ.plusSeconds(50)));
    assertThat(new BigDecimal(shown(view.snapshot().identity().serial() + "/Invertor_Clock_Drift")))
        .isEqualByComparingTo("420");
  }
}
