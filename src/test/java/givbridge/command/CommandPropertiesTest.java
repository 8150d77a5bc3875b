package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import givbridge.registers.Bank;
import givbridge.registers.RegisterRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is sent, parsing never fails, and nothing outside the writable ranges is ever planned.
 */
class CommandPropertiesTest {
  private static final List<Plant> PLANTS =
      List.of(Plant.GEN1, Plant.GEN2, Plant.GEN3_TEN_SLOTS, Plant.AC, Plant.UNKNOWN);
  private static final Map<Plant, Snapshot> SNAPSHOTS =
      PLANTS.stream().collect(Collectors.toMap(plant -> plant, plant -> plant.snapshot()));

  @Property(tries = 1000)
  void whateverIsSentOnlyWhatMayBeWrittenIsPlanned(
      @ForAll("names") String name,
      @ForAll("payloads") byte[] payload,
      @ForAll("plants") Plant plant,
      @ForAll("settings") CommandSettings settings) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, settings).parse(name, payload);

    boolean planned = false;
    if (parsed instanceof CommandRequest request) {
      Planner planner =
          new Planner(Plant.PLANTS, Plant.COMMANDS, settings, Plant.shown(SNAPSHOTS.get(plant)));
      Planning planning = planner.plan(request, SNAPSHOTS.get(plant), Remembered.NOTHING);
      planned = planning instanceof WritePlan;
      if (planning instanceof WritePlan plan) {
        assertThat(plant).isNotEqualTo(Plant.UNKNOWN);
        assertThat(plan.writes()).isNotEmpty().allSatisfy(CommandPropertiesTest::mayBeWritten);
      }
    }
    Statistics.label("planned")
        .collect(planned)
        .coverage(all -> all.check(true).percentage(share -> share > 7));
  }

  @Property(tries = 300)
  void aRefusalAlwaysSaysWhy(@ForAll("names") String name, @ForAll("payloads") byte[] payload) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);

    if (parsed instanceof Refusal refusal) {
      assertThat(refusal.why()).isNotBlank().hasSizeLessThan(400);
    }
  }

  @Property(tries = 100)
  void everyTimeIsReadInEveryForm(@ForAll("minutes") int minute) {
    String hour = "%02d".formatted(minute / 60);
    String rest = "%02d".formatted(minute % 60);
    CommandParser parser = new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP);

    assertThat(List.of(hour + ":" + rest, hour + ":" + rest + ":00", hour + rest))
        .map(text -> ((CommandRequest) parser.parse("setChargeStart1", text)).arguments())
        .containsOnly(
            Map.of(
                "slot",
                new Argument.Whole(1),
                "start",
                new Argument.Time(LocalTime.of(minute / 60, minute % 60))));
  }

  private static void mayBeWritten(RegisterWrite write) {
    RegisterRow row = write.row();
    assertThat(row.bank()).isEqualTo(Bank.HR);
    assertThat(row.writable()).isPresent();
    assertThat(row.writable().orElseThrow().contains(BigDecimal.valueOf(write.value()))).isTrue();
    assertThat(write.register()).isNotIn(31, 32).matches(n -> n < 63 || n > 83);
    assertThat(write.value()).isBetween(0, 0xFFFF);
  }

  @Provide
  Arbitrary<String> names() {
    List<String> known = new ArrayList<>();
    for (Command command : Plant.COMMANDS.commands()) {
      List<Template> templates = new ArrayList<>(command.aliases());
      templates.add(command.name());
      for (Template template : templates) {
        IntStream.of(0, 1, 2, 10, 11)
            .mapToObj(n -> template.fill(Map.of("slot", Integer.toString(n))))
            .forEach(known::add);
      }
    }
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.of(known)), Tuple.of(1, Arbitraries.strings()));
  }

  @Provide
  Arbitrary<byte[]> payloads() {
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-5, 5000).map(String::valueOf),
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.doubles().map(String::valueOf),
            Arbitraries.of(
                "enable",
                "off",
                "true",
                "50%",
                "Eco",
                "eco (paused)",
                "05:30",
                "2359",
                "99:99",
                "31/12/2025 23:59:59",
                "31/02/2025 00:00:00",
                "null",
                "[]",
                "{}",
                ""),
            Arbitraries.strings().ofMaxLength(12));
    List<String> keys =
        Plant.COMMANDS.commands().stream()
            .flatMap(command -> command.parameters().stream())
            .flatMap(parameter -> parameter.keys().stream())
            .distinct()
            .toList();
    Arbitrary<String> pairs =
        Combinators.combine(Arbitraries.of(keys), values, Arbitraries.of(true, false))
            .as((key, value, quoted) -> quoted ? pair(key, "\"" + value + "\"") : pair(key, value));
    Arbitrary<String> bodies =
        pairs.list().ofMaxSize(4).map(all -> "{" + String.join(",", all) + "}");
    return Arbitraries.oneOf(
        fitting(keys).map(CommandPropertiesTest::bytes),
        values.map(CommandPropertiesTest::bytes),
        bodies.map(CommandPropertiesTest::bytes),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
  }

  /** Bodies that fit many commands: times for the ends of slots, one number for all else. */
  private static Arbitrary<String> fitting(List<String> keys) {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 110);
    Arbitrary<Integer> times = Arbitraries.integers().between(1000, 2400);
    return Combinators.combine(numbers, times)
        .as(
            (number, time) ->
                keys.stream()
                    .map(key -> pair(key, fitting(key, number, time)))
                    .collect(Collectors.joining(",", "{", "}")));
  }

  private static String fitting(String key, int number, int time) {
    return switch (key) {
      case "start", "finish", "end" -> Integer.toString(time);
      case "state" -> Boolean.toString(number % 2 == 0);
      case "mode" -> Integer.toString(1 + number % 4);
      default -> Integer.toString(number);
    };
  }

  private static String pair(String key, String value) {
    return "\"" + key + "\":" + value;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Plant> plants() {
    return Arbitraries.of(PLANTS);
  }

  @Provide
  Arbitrary<CommandSettings> settings() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(either, either, either).as(CommandSettings::new);
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 24 * 60 - 1);
  }
}
