package givbridge.journey;

import givbridge.cleaning.Mark;
import givbridge.joint.JointPlant;
import givbridge.joint.JointTable;
import givbridge.joint.JointView;
import givbridge.joint.Member;
import givbridge.joint.Members;
import givbridge.link.LinkException;
import givbridge.poll.PollTables;
import givbridge.simulator.ClockKeeping;
import givbridge.simulator.Flow;
import givbridge.simulator.Profiles;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Course;
import givbridge.tables.Faults;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import givbridge.view.Leaf;
import givbridge.view.TreeTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two months of a site: a hybrid, an AC-coupled inverter, a Gateway, and one of the All-in-Ones
 * behind it, each with a clock that drifts, and each away, or started anew, at times of its own.
 * What is published of the whole stays what counters are.
 */
class JointSeasonTest {
  private static final PollTables TABLES = ShippedTables.polls();
  private static final TreeTable ROWS = Bridge.rows(TABLES);
  private static final JointTable SUMS = sums();
  private static final Profiles PROFILES = Profiles.load();
  private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
  private static final Duration SEASON = Duration.ofDays(60);
  private static final Duration SLICE = Duration.ofMinutes(10);

  /** Half a step of each of three inverters' registers, and of those that values are made of. */
  private static final Offset<Double> STEPS = Offset.offset(1.5);

  private static final Map<String, Flow> FLOWS =
      Map.of(
          "Energy/Total/Import_Energy_Total_kWh", Flow.IMPORT,
          "Energy/Total/Export_Energy_Total_kWh", Flow.EXPORT,
          "Energy/Total/PV_Energy_Total_kWh", Flow.PV,
          "Energy/Total/Load_Energy_Total_kWh", Flow.LOAD);

  private static JointTable sums() {
    Faults faults = new Faults();
    JointTable table = JointTable.load(TABLES.plants(), ROWS, faults);
    faults.throwIfAny();
    return table;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theCountersOfASiteStayCountersWhateverItsMembersDo(long seed) throws LinkException {
    Site site = new Site(seed);
    site.pass();
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(site.counters.complaints()).isEmpty();
    softly.assertThat(site.complaints).isEmpty();
    softly.assertThat(site.partials).as("views of a part of the members").isGreaterThan(20);
    softly.assertThat(site.wholes).as("views of all members").isGreaterThan(400);
    // From the change to summer time on, those whose clocks nobody sets are an hour apart.
    softly.assertThat(site.nights.values()).allMatch(nights -> nights > 15);
    site.counters
        .falls()
        .forEach(
            (path, falls) ->
                softly
                    .assertThat(falls)
                    .as(path)
                    .isBetween(site.nights.getOrDefault(path, 60), 60));
    softly
        .assertThat(site.counters.falls().keySet())
        .contains(
            "Energy/Today/Import_Energy_Today_kWh",
            "Energy/Today/PV_Energy_Today_kWh",
            "Energy/Today/Load_Energy_Today_kWh");
    softly.assertThat(site.counters.growth().keySet()).containsAll(FLOWS.keySet());
    site.counters
        .growth()
        .forEach(
            (path, kwh) -> {
              if (FLOWS.containsKey(path)) {
                double flowed = site.flowed(FLOWS.get(path)) / 1000;
                softly.assertThat(flowed).as(path).isGreaterThan(20);
                softly.assertThat(kwh.doubleValue()).as(path).isCloseTo(flowed, STEPS);
              }
            });
    softly.assertAll();
  }

  /** An inverter of the site with the program's part that polls it. */
  private static final class Station {
    private final int number;
    private final VirtualPlant plant;
    private final VirtualLink link;
    private final MutableClock clock;
    private final Map<String, Mark> marks = new HashMap<>();
    private Bridge bridge;
    private Instant back = Instant.EPOCH;

    Station(int number, String profile, String serial, MutableClock clock, long seed) {
      this.number = number;
      this.clock = clock;
      ClockKeeping keeping = number % 2 == 0 ? ClockKeeping.SET_DAILY : ClockKeeping.LEFT_ALONE;
      plant = PROFILES.virtual(profile, new Course(START, SLICE, keeping, seed + number));
      link = new VirtualLink(plant, clock, serial);
      startAnew();
    }

    void startAnew() {
      bridge = new Bridge(TABLES, ROWS, link, clock, marks);
    }

    void leave(Duration time) {
      link.lose();
      back = clock.instant().plus(time);
    }

    LocalDate date() {
      return plant.clock().toLocalDate();
    }

    /** Whether it was read now. */
    boolean poll() {
      plant.advance(clock.instant());
      if (link.isAway() && !clock.instant().isBefore(back)) {
        link.find();
      }
      try {
        bridge.poll();
        return true;
      } catch (LinkException away) {
        return false;
      }
    }
  }

  /** The site in the course of time, and what was wrong with what was published of it. */
  private static final class Site {
    private static final Duration DENSE = Duration.ofMinutes(4);
    private static final Duration SPARSE = Duration.ofHours(3);
    private static final String BEHIND = "CH2414G218";

    private final MutableClock clock = new MutableClock(START);
    private final Random chance;
    private final List<Station> stations = new ArrayList<>();
    private final Members members = new Members(SUMS, false);
    private final JointPlant plant = new JointPlant(SUMS, Optional.empty());
    private final Counters counters = new Counters();
    private final List<String> complaints = new ArrayList<>();
    private final double[] before = new double[Flow.values().length];
    private final double[] after = new double[Flow.values().length];
    private final Map<String, Instant> shownAt = new HashMap<>();

    /** How often a counter of the day was seen over a midnight. */
    private final Map<String, Integer> nights = new HashMap<>();

    private final Map<String, LocalDate> shownOn = new HashMap<>();
    private int partials;
    private int wholes;

    Site(long seed) {
      chance = new Random(seed);
      int number = 1;
      for (String profile : List.of("gen2-hybrid", "ac-coupled", "gateway-two-aio")) {
        stations.add(new Station(number++, profile, "", clock, seed * 100));
      }
      stations.add(new Station(number, "all-in-one", BEHIND, clock, seed * 100));
    }

    /** Wh that flowed this way, where nobody is behind another, between views of all. */
    double flowed(Flow flow) {
      return after[flow.ordinal()] - before[flow.ordinal()];
    }

    void pass() throws LinkException {
      look();
      System.arraycopy(after, 0, before, 0, after.length);
      for (Instant end = START.plus(SEASON); clock.instant().isBefore(end); ) {
        clock.advance(step());
        for (Station station : stations) {
          mishap(station);
        }
        look();
      }
      // All come back in the end.
      clock.advance(Duration.ofDays(3));
      look();
      clock.advance(DENSE);
      look();
    }

    /**
     * Often around the inverters' midnights, seldom else; never so soon that old data are fresh.
     */
    private Duration step() {
      LocalTime time = stations.get(0).plant.clock().toLocalTime();
      Duration since = Duration.between(LocalTime.MIN, time);
      Duration quiet = Duration.ofDays(1).minus(since).minus(DENSE);
      boolean around = since.compareTo(DENSE.multipliedBy(2)) < 0 || quiet.compareTo(DENSE) < 0;
      return around ? DENSE : quiet.compareTo(SPARSE) < 0 ? quiet : SPARSE;
    }

    private void mishap(Station station) throws LinkException {
      int dice = chance.nextInt(900);
      if (station.link.isAway()) {
        return;
      }
      if (dice < 2) {
        station.leave(Duration.ofMinutes(chance.nextInt(300)));
      } else if (dice < 3) {
        station.leave(Duration.ofHours(10 + chance.nextInt(30)));
      } else if (dice < 5) {
        station.startAnew();
      } else if (dice < 6) {
        station.plant.write(163, 100);
        station.leave(Duration.ofMinutes(2));
      } else if (dice < 7) {
        station.startAnew();
        station.leave(Duration.ofMinutes(chance.nextInt(60)));
      }
    }

    private void look() {
      List<Station> silent = stations.stream().filter(station -> !station.poll()).toList();
      List<Member> all = stations.stream().map(it -> it.bridge.member(it.number, members)).toList();
      JointView view = plant.view(all, clock.instant());
      List<String> names = silent.stream().map(it -> all.get(it.number - 1).name()).toList();
      boolean frontLacks = silent.stream().anyMatch(station -> station.number < stations.size());
      expect(view, "Stats/Members_Missing", names.isEmpty() ? "none" : String.join(",", names));
      if (frontLacks) {
        expect(view, "Stats/Partial", "True");
        expectNone(view, "Energy/");
        partials++;
      } else {
        expect(
            view,
            "Stats/Members_Behind",
            silent.isEmpty() ? BEHIND : shown(view, "Stats/Members_Behind"));
      }
      if (silent.isEmpty()) {
        expect(view, "Stats/Partial", "False");
        wholes++;
        for (Flow flow : Flow.values()) {
          after[flow.ordinal()] =
              stations.stream().limit(3).mapToDouble(it -> it.plant.total(flow)).sum();
        }
      }
      count(view);
    }

    private void count(JointView view) {
      LocalDate now = stations.stream().map(Station::date).min(LocalDate::compareTo).orElseThrow();
      counters.look(view.leaves(), now, clock.instant().toString());
      Instant evening = clock.instant().minus(DENSE.multipliedBy(5));
      view.leaves().stream()
          .map(Leaf::path)
          .filter(path -> path.startsWith("Energy/Today/"))
          .forEach(
              path -> {
                Instant last = shownAt.put(path, clock.instant());
                LocalDate day = shownOn.put(path, now);
                if (last != null && last.isAfter(evening) && now.isAfter(day)) {
                  nights.merge(path, 1, Integer::sum);
                }
              });
    }

    private void expect(JointView view, String path, String value) {
      String is = shown(view, path);
      if (!is.equals(value)) {
        complaints.add(clock.instant() + ": " + path + " is " + is + ", not " + value);
      }
    }

    private void expectNone(JointView view, String start) {
      view.leaves().stream()
          .filter(leaf -> leaf.path().startsWith(start))
          .forEach(leaf -> complaints.add(clock.instant() + ": " + leaf.path() + " is shown"));
    }

    private static String shown(JointView view, String path) {
      return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
    }
  }
}
