package givbridge.journey;

import givbridge.cleaning.Mark;
import givbridge.link.LinkException;
import givbridge.poll.PollTables;
import givbridge.simulator.ClockKeeping;
import givbridge.simulator.Flow;
import givbridge.simulator.Profiles;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Course;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.TreeTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A year of each family: two changes of summer time, a clock that drifts, outages, restarts of the
 * inverter and of the program. The published counters stay what counters are, and agree with what
 * has flowed.
 */
class YearTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);
  private static final Profiles PROFILES = Profiles.load();
  private static final Instant START = Instant.parse("2026-01-15T12:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration SLICE = Duration.ofMinutes(10);
  private static final long SEED = 4;

  /** A value worked out of others is off by a step of each, in kWh. */
  private static final Offset<Double> STEPS = Offset.offset(0.5);

  /** Which published totals tell of which flow. */
  private static final Map<String, Flow> FLOWS =
      Map.of(
          "Energy/Total/Import_Energy_Total_kWh", Flow.IMPORT,
          "Energy/Total/Export_Energy_Total_kWh", Flow.EXPORT,
          "Energy/Total/PV_Energy_Total_kWh", Flow.PV,
          "Energy/Total/AC_Charge_Energy_Total_kWh", Flow.AC_CHARGE,
          "Energy/Total/Load_Energy_Total_kWh", Flow.LOAD);

  static List<String> profiles() {
    return PROFILES.names();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theCountersOfAYearStayCountersAndAgreeWithWhatHasFlowed(String profile)
      throws LinkException {
    ClockKeeping keeping =
        profile.length() % 2 == 0 ? ClockKeeping.SET_DAILY : ClockKeeping.LEFT_ALONE;
    VirtualPlant plant = PROFILES.virtual(profile, new Course(START, SLICE, keeping, SEED));
    Counters counters = new Counters();
    Year year = new Year(plant, counters);
    year.pass();
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(counters.complaints()).isEmpty();
    counters
        .falls()
        .forEach((path, falls) -> softly.assertThat(falls).as(path).isLessThanOrEqualTo(365));
    softly
        .assertThat(counters.falls().values().stream().mapToInt(f -> f).max().orElse(0))
        .as("days seen")
        .isGreaterThan(350);
    softly.assertThat(counters.growth().keySet()).contains("Energy/Total/Export_Energy_Total_kWh");
    counters
        .growth()
        .forEach(
            (path, kwh) -> {
              if (FLOWS.containsKey(path)) {
                double flowed = year.flowed(FLOWS.get(path)) / 1000;
                softly.assertThat(kwh.doubleValue()).as(path).isCloseTo(flowed, STEPS);
              }
            });
    softly.assertAll();
  }

  /** A year of one plant and of the program that polls it. */
  private static final class Year {
    private static final Duration DENSE = Duration.ofMinutes(4);
    private static final Duration SPARSE = Duration.ofHours(5);
    private static final Duration AROUND = Duration.ofMinutes(4);

    private final VirtualPlant plant;
    private final Counters counters;
    private final MutableClock clock = new MutableClock(START);
    private final VirtualLink link;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Random chance = new Random(SEED);
    private final double[] before = new double[Flow.values().length];
    private Bridge bridge;

    Year(VirtualPlant plant, Counters counters) {
      this.plant = plant;
      this.counters = counters;
      link = new VirtualLink(plant, clock);
      bridge = new Bridge(TABLES, ROWS, link, clock, marks);
    }

    /** Wh that have flowed this way since the first poll. */
    double flowed(Flow flow) {
      return plant.total(flow) - before[flow.ordinal()];
    }

    void pass() throws LinkException {
      counters.look(bridge.poll(), plant.clock().toLocalDate());
      for (Flow flow : Flow.values()) {
        before[flow.ordinal()] = plant.total(flow);
      }
      while (clock.instant().isBefore(START.plus(YEAR))) {
        clock.advance(step());
        plant.advance(clock.instant());
        mishap();
        if (link.isAway()) {
          link.find();
        }
        counters.look(bridge.poll(), plant.clock().toLocalDate());
      }
    }

    /** Often around the inverter's midnight, seldom else. */
    private Duration step() {
      LocalTime time = plant.clock().toLocalTime();
      Duration since = Duration.between(LocalTime.MIN, time);
      Duration left = Duration.ofDays(1).minus(since);
      if (since.compareTo(AROUND) < 0 || left.compareTo(AROUND) <= 0) {
        return DENSE;
      }
      Duration quiet = left.minus(AROUND);
      return quiet.compareTo(SPARSE) < 0 ? quiet : SPARSE;
    }

    /** Now and then the plant is away for hours or days, or something is started anew. */
    private void mishap() throws LinkException {
      int dice = chance.nextInt(1500);
      if (dice < 3) {
        link.lose();
        clock.advance(Duration.ofMinutes(chance.nextInt(300)));
        plant.advance(clock.instant());
      } else if (dice < 4) {
        link.lose();
        clock.advance(Duration.ofHours(20 + chance.nextInt(30)));
        plant.advance(clock.instant());
      } else if (dice < 7) {
        bridge = new Bridge(TABLES, ROWS, link, clock, marks);
      } else if (dice < 9) {
        plant.write(163, 100);
        link.lose();
        clock.advance(Duration.ofMinutes(2));
        plant.advance(clock.instant());
      }
    }
  }
}
