package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each family writes for each command, or why it writes nothing. */
class FamilyCommandsTest {
  private static final Map<String, Plant> PLANTS =
      Map.ofEntries(
          Map.entry("polar", Plant.POLAR),
          Map.entry("gen3-plus", Plant.GEN3_PLUS),
          Map.entry("gen4", Plant.GEN4),
          Map.entry("pv-only", Plant.PV_ONLY),
          Map.entry("all-in-one", Plant.ALL_IN_ONE),
          Map.entry("hv-gen3", Plant.HV_GEN3),
          Map.entry("hv-gen3-high-bank", Plant.HV_GEN3_HIGH_BANK),
          Map.entry("three-phase", Plant.THREE_PHASE),
          Map.entry("ac-three-phase", Plant.AC_THREE_PHASE),
          Map.entry("all-in-one-hybrid", Plant.ALL_IN_ONE_HYBRID),
          Map.entry("gateway", Plant.GATEWAY),
          Map.entry("gateway-of-one", Plant.GATEWAY_OF_ONE),
          Map.entry("ems", Plant.EMS));

  /** What such a plant publishes: 8000 W at most, 20 kWh, and another capacity for rates. */
  private static final Map<String, BigDecimal> SHOWN =
      Map.of(
          "CE1234G567/Invertor_Max_Bat_Rate", new BigDecimal("8000"),
          "CE1234G567/Battery_Capacity_kWh", new BigDecimal("20"),
          "CE1234G567/Battery_Rate_Capacity_kWh", new BigDecimal("25"));

  private static Planner planner() {
    return new Planner(
        Plant.PLANTS,
        Plant.COMMANDS,
        CommandSettings.GIVTCP,
        path -> Optional.ofNullable(SHOWN.get(path)));
  }

  private static String plan(Plant plant, String name, String payload) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);
    Snapshot snapshot = plant.snapshot(1109, 30, 2055, 100);
    Object result =
        parsed instanceof CommandRequest request
            ? planner().plan(request, snapshot, Remembered.NOTHING)
            : parsed;
    if (result instanceof WritePlan plan) {
      return plan.writes().stream()
          .map(write -> write.register() + "=" + write.value())
          .collect(Collectors.joining(" "));
    }
    return ((Refusal) result).code().name();
  }

  @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
  @CsvFileSource(resources = "/commands/families.csv", useHeadersInDisplayName = true)
  void writes(String plant, String name, String payload, String writes) {
    assertThat(plan(PLANTS.get(plant), name, payload)).isEqualTo(writes);
  }

  @Test
  void whatAFamilyCannotDoIsNotOffered() {
    assertThat(offered(Plant.EMS))
        .containsExactlyInAnyOrder(
            "setChargeSlot",
            "setDischargeSlot",
            "setChargeStart{slot}",
            "setChargeEnd{slot}",
            "setDischargeStart{slot}",
            "setDischargeEnd{slot}",
            "switchRate");
    assertThat(offered(Plant.PV_ONLY)).containsExactly("setDateTime");
    assertThat(offered(Plant.GATEWAY_OF_ONE))
        .containsExactlyInAnyOrder("setDateTime", "switchRate");
    assertThat(offered(Plant.UNKNOWN)).isEmpty();
    Stream.of(Plant.THREE_PHASE, Plant.GATEWAY, Plant.HV_GEN3, Plant.ALL_IN_ONE)
        .forEach(plant -> assertThat(offered(plant)).hasSizeGreaterThanOrEqualTo(17));
  }

  private static Set<String> offered(Plant plant) {
    Shown shown = path -> Optional.ofNullable(SHOWN.get(path));
    return new Catalogue(Plant.COMMANDS, Plant.PLANTS)
        .entries(plant.topology(), shown).stream()
            .filter(Catalogue.Entry::offered)
            .map(Catalogue.Entry::name)
            .collect(Collectors.toSet());
  }

  @Test
  void withoutAKnownCapacityARateIsRefused() {
    Planner blind =
        new Planner(Plant.PLANTS, Plant.COMMANDS, CommandSettings.GIVTCP, Shown.NOTHING);
    CommandRequest request =
        (CommandRequest)
            new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP)
                .parse("setChargeRate", "1000");

    assertThat(blind.plan(request, Plant.THREE_PHASE.snapshot(), Remembered.NOTHING))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.CANNOT));
  }
}
