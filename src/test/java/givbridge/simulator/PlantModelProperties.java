package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import givbridge.simulator.Equipment.Roof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plant, under all settings, on every day. */
class PlantModelProperties {

  private static final Duration STEP = Duration.ofMinutes(7);

  @Property(tries = 60)
  void energyIsNeitherMadeNorLost(
      @ForAll("controls") Controls controls, @ForAll @IntRange(max = 364) int day) {
    for (PlantState state : history(controls, day, 3, 20)) {
      Powers powers = state.powers();
      double in = powers.sun() + powers.battery() - powers.grid();
      assertThat(in).isCloseTo(powers.load() + powers.losses(), within(1e-6));
      assertThat(powers.losses()).isGreaterThanOrEqualTo(-1e-6);
    }
  }

  @Property(tries = 60)
  void theBatteryHoldsWhatWentInLessTheLosses(
      @ForAll("controls") Controls controls, @ForAll @IntRange(max = 364) int day) {
    List<PlantState> history = history(controls, day, 3, 20);
    PlantState last = history.get(history.size() - 1);
    double change = stored(last) - stored(history.get(0));
    double expected =
        last.ledger().total(Flow.CHARGE) * Battery.EFFICIENCY
            - last.ledger().total(Flow.DISCHARGE) / Battery.EFFICIENCY;
    assertThat(change).isCloseTo(expected, within(1e-3));
  }

  @Property(tries = 60)
  void everyPackStaysBetweenEmptyAndFull(
      @ForAll("controls") Controls controls, @ForAll @IntRange(max = 364) int day) {
    for (PlantState state : history(controls, day, 3, 20)) {
      for (int pack = 0; pack < state.battery().stored().size(); pack++) {
        assertThat(state.battery().level(pack)).isBetween(0.0, 1.0);
      }
    }
  }

  @Property(tries = 40)
  void totalsNeverFall(
      @ForAll("controls") Controls controls, @ForAll @IntRange(max = 364) int day) {
    List<PlantState> history = history(controls, day, 3, 20);
    for (int i = 1; i < history.size(); i++) {
      for (Flow flow : Flow.values()) {
        assertThat(history.get(i).ledger().total(flow))
            .isGreaterThanOrEqualTo(history.get(i - 1).ledger().total(flow));
      }
    }
  }

  @Property(tries = 20)
  void todayFallsOnceInEachDayOfTheInvertersClockAlsoWhenTheLandChangesItsTime(
      @ForAll @IntRange(min = -200, max = 200) int drift) {
    for (String start : List.of("2026-03-27T12:00:00Z", "2026-10-23T12:00:00Z")) {
      PlantModel model = model(drift, false);
      PlantState state = start(model, Instant.parse(start));
      LocalDate date = state.clock().toLocalDate();
      int falls = 0;
      double before = 0;
      for (int i = 0; i < 96 * 5; i++) {
        state = model.step(state, Controls.of(Map.of()), state.at().plus(Duration.ofMinutes(15)));
        double today = state.ledger().today(Flow.LOAD);
        boolean newDate = !state.clock().toLocalDate().equals(date);
        assertThat(today < before).isEqualTo(newDate);
        falls += newDate ? 1 : 0;
        date = state.clock().toLocalDate();
        before = today;
      }
      assertThat(falls).isEqualTo(5);
    }
  }

  @Property(tries = 20)
  void manySmallStepsGiveNearlyWhatOneLargeStepGives(@ForAll("controls") Controls controls) {
    PlantModel model = model(0, false);
    PlantState start = start(model, Instant.parse("2026-06-10T00:00:00Z"));
    PlantState once = model.step(start, controls, start.at().plus(Duration.ofHours(6)));
    PlantState often = start;
    for (int i = 0; i < 360; i++) {
      often = model.step(often, controls, often.at().plus(Duration.ofMinutes(1)));
    }
    assertThat(often).isEqualTo(once);
  }

  @Provide
  Arbitrary<Controls> controls() {
    Arbitrary<Map<Control, Integer>> numbers =
        Arbitraries.integers()
            .between(0, 100)
            .list()
            .ofSize(Control.values().length)
            .map(PlantModelProperties::numbers);
    Arbitrary<Window> windows =
        Combinators.combine(
                Arbitraries.integers().between(0, 1439),
                Arbitraries.integers().between(0, 1439),
                Arbitraries.of(0, 4, 50, 100))
            .as((from, to, target) -> new Window(minute(from), minute(to), target));
    return Combinators.combine(
            numbers,
            windows.list().ofMaxSize(3),
            windows.list().ofMaxSize(3),
            windows.list().ofMaxSize(2),
            windows)
        .as(Controls::new);
  }

  private static Map<Control, Integer> numbers(List<Integer> drawn) {
    Map<Control, Integer> numbers = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      int number = drawn.get(control.ordinal());
      numbers.put(
          control,
          switch (control) {
            case ECO,
                CHARGE_SCHEDULE,
                DISCHARGE_SCHEDULE,
                TARGET_ENABLED,
                FORCE_CHARGE,
                FORCE_DISCHARGE,
                EXPORT_SCHEDULE ->
                number % 2;
            case EXPORT_WATTS -> 100 * number;
            case PAUSE -> number % 4;
            default -> number;
          });
    }
    return numbers;
  }

  private static LocalTime minute(int ofDay) {
    return LocalTime.MIN.plusMinutes(ofDay);
  }

  private static List<PlantState> history(Controls controls, int day, double drift, int hours) {
    PlantModel model = model(drift, false);
    PlantState state =
        start(model, Instant.parse("2026-01-01T06:00:00Z").plus(Duration.ofDays(day)));
    List<PlantState> history = new ArrayList<>(List.of(state));
    for (Duration past = Duration.ZERO; past.toHours() < hours; past = past.plus(STEP)) {
      state = model.step(state, controls, state.at().plus(STEP));
      history.add(state);
    }
    return history;
  }

  private static PlantModel model(double drift, boolean beside) {
    Equipment equipment =
        new Equipment(
            5000,
            3600,
            new Roof(new SolarString(3000, -45, 35), new SolarString(2500, 45, 35), beside),
            List.of(8192.0, 9523.0),
            drift);
    return new PlantModel(
        equipment, Surroundings.england(Bench.PROFILES.house(), 3), PlantModel.FINE);
  }

  private static PlantState start(PlantModel model, Instant at) {
    LocalDateTime clock = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return new PlantState(
        at,
        clock,
        new Battery(model.equipment().units(), List.of(4000.0, 5000.0)),
        Calibration.OFF,
        Powers.none(2),
        Ledger.starting(clock.toLocalDate(), Map.of(), model.equipment().units()));
  }

  private static double stored(PlantState state) {
    return state.battery().stored().stream().mapToDouble(Double::doubleValue).sum();
  }
}
