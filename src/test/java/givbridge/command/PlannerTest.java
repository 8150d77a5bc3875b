package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which registers each command writes, in which order, on which inverter, or why none. */
class PlannerTest {
  private static final Map<String, Plant> PLANTS =
      Map.of(
          "gen1", Plant.GEN1,
          "gen2", Plant.GEN2,
          "gen3", Plant.GEN3_TEN_SLOTS,
          "gen3-old", Plant.GEN3_TWO_SLOTS,
          "ac", Plant.AC,
          "ac-unrated", Plant.AC_WITHOUT_RATING,
          "unknown", Plant.UNKNOWN);

  private static String plan(String plant, CommandSettings settings, String name, String payload) {
    return plan(PLANTS.get(plant).snapshot(), settings, Remembered.NOTHING, name, payload);
  }

  private static String plan(
      Snapshot snapshot,
      CommandSettings settings,
      Remembered remembered,
      String name,
      String payload) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, settings).parse(name, payload);
    Planner planner = new Planner(Plant.PLANTS, Plant.COMMANDS, settings, Plant.shown(snapshot));
    Object result =
        parsed instanceof CommandRequest request
            ? planner.plan(request, snapshot, remembered)
            : parsed;
    if (result instanceof WritePlan plan) {
      return plan.writes().stream()
          .map(write -> write.register() + "=" + write.value())
          .collect(Collectors.joining(" "));
    }
    return ((Refusal) result).code().name();
  }

  @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "gen1; enableChargeTarget; enable; 20=1",
        "gen2; enableChargeTarget; {\"state\":\"disable\"}; 20=0 116=100",
        "ac; enableChargeTarget; ON; 20=1",
        "gen1; enableChargeTarget; {\"state\":true}; 20=1",
        "gen1; enableChargeTarget; {\"state\",\"enable\"}; 20=1",
        "gen1; enableChargeTarget; {\"state\":\"Off\"); 20=0 116=100",
        "gen1; enableChargeTarget; maybe; BAD_PAYLOAD",
        "gen1; enableChargeTarget; 1; BAD_PAYLOAD",
        "gen1; enableChargeTarget; ''; BAD_PAYLOAD",
        "gen1; disableChargeTarget; enable; 20=0 116=100",
        "gen1; disableChargeTarget; ''; 20=0 116=100",
        "gen1; disableChargeTarget; {broken; 20=0 116=100",
        "gen2; enableChargeSchedule; true; 96=1",
        "gen2; enableChargeSchedule; disable; 96=0",
        "ac; enableDischargeSchedule; enable; 59=1",
        "gen1; enableDishargeSchedule; disable; 59=0",
        "gen1; enableDischarge; enable; 110=20",
        "gen1; enableDischarge; disable; 110=100",
        "gen1; setChargeTarget; 50; 116=50",
        "gen1; setChargeTarget; {\"chargeToPercent\":\"50\"}; 116=50",
        "gen1; setChargeTarget; {\"chargeToPercent\":50.0}; 116=50",
        "gen1; setChargeTarget; 50%; 116=50",
        "gen1; setChargeTarget; {\"chargeToPercent\":true}; BAD_PAYLOAD",
        "gen1; setChargeTarget; {\"chargeToPercent\":[50]}; BAD_PAYLOAD",
        "gen1; setChargeTarget; {\"chargeToPercent\":null}; BAD_PAYLOAD",
        "gen1; setChargeTarget; 50.5; BAD_PAYLOAD",
        "gen1; setChargeTarget; 1e9; BAD_PAYLOAD",
        "gen1; setChargeTarget; 3; OUT_OF_RANGE",
        "gen1; setChargeTarget; 101; OUT_OF_RANGE",
        "gen1; setBatteryReserve; 2; 110=4",
        "gen1; setBatteryReserve; 4; 110=4",
        "gen1; setShallowCharge; {\"reservePercent\":100}; 110=100",
        "gen1; setBatteryReserve; 101; OUT_OF_RANGE",
        "gen1; setBatteryReserve; -1; OUT_OF_RANGE",
        "gen2; setChargeSlot1; {\"start\":\"0530\",\"finish\":\"07:00\"}; 94=530 95=700",
        "gen2; setChargeSlot; {\"start\":\"05:30:59\",\"finish\":\"7:00\",\"slot\":\"1\","
            + "\"chargeToPercent\":\"80\"}; 94=530 95=700 116=80",
        "gen2; setChargeSlot; {\"start\":530,\"end\":700,\"slot\":1}; 94=530 95=700",
        "gen2; setChargeSlot2; {\"start\":\"05:30\",\"finish\":\"07:00\"}; CANNOT",
        "gen2; setChargeSlot11; {\"start\":\"05:30\",\"finish\":\"07:00\"}; OUT_OF_RANGE",
        "gen3; setChargeSlot2; {\"start\":\"05:30\",\"finish\":\"07:00\"}; 243=530 244=700",
        "gen3; setChargeSlot10; {\"start\":\"05:30\",\"finish\":\"07:00\"}; 267=530 268=700",
        "gen3; setChargeSlot; {\"start\":\"05:30\",\"finish\":\"24:00\",\"slot\":3}; BAD_PAYLOAD",
        "gen3; setChargeSlot; {\"start\":\"05:30\",\"finish\":\"07:00\"}; BAD_PAYLOAD",
        "gen3; setChargeSlot1; {\"start\":\"05:30\",\"finish\":\"07:00\",\"chargeToPercent\":3};"
            + " OUT_OF_RANGE",
        "gen3; setChargeSlot1; 05:30; BAD_PAYLOAD",
        "gen1; setDischargeSlot1; {\"start\":\"16:00\",\"finish\":\"19:00\"}; 56=1600 57=1900",
        "gen1; setDischargeSlot2; {\"start\":\"16:00\",\"finish\":\"19:00\","
            + "\"dischargeToPercent\":30}; 110=30 44=1600 45=1900",
        "gen1; setDischargeSlot3; {\"start\":\"16:00\",\"finish\":\"19:00\","
            + "\"dischargeToPercent\":30}; CANNOT",
        "gen3; setDischargeSlot3; {\"start\":\"16:00\",\"finish\":\"19:00\"}; 276=1600 277=1900",
        "gen3; setDischargeSlot2; {\"start\":\"16:00\",\"finish\":\"19:00\"}; 44=1600 45=1900",
        "gen1; setChargeStart1; 05:30; 94=530",
        "gen1; setChargeEnd1; 05:30:00; 95=530",
        "gen1; setChargeStart2; 05:30; CANNOT",
        "gen3-old; setChargeStart2; 05:30; CANNOT",
        "gen3; setChargeStart2; 05:30; 243=530",
        "gen3; setChargeEnd9; 00:00; 265=0",
        "gen1; setDischargeStart2; 16:05; 44=1605",
        "gen1; setDischargeEnd2; 16:05; 45=1605",
        "gen1; setDischargeEnd3; 16:05; CANNOT",
        "gen3; setDischargeStart10; {\"start\":\"16:05\"}; 297=1605",
        "gen3; setDischargeStart11; 16:05; OUT_OF_RANGE",
        "gen1; setDischargeStart1; 2460; BAD_PAYLOAD",
        "gen1; setDischargeStart1; 05:30:61; BAD_PAYLOAD",
        "gen1; setBatteryMode; Eco; 27=1 110=20 59=0",
        "gen1; setBatteryMode; 1; 27=1 110=20 59=0",
        "gen1; setBatteryMode; eco (paused); 27=1 59=0 110=100",
        "gen1; setBatteryMode; {\"mode\":\"Timed Demand\"}; 27=1 59=1",
        "gen1; setBatteryMode; 4; 27=0 59=1",
        "gen1; setBatteryMode; EXPORT (PAUSED); 27=0 59=0",
        "gen1; setBatteryMode; 5; BAD_PAYLOAD",
        "gen1; setBatteryMode; Unknown; BAD_PAYLOAD",
        "gen1; setDateTime; 31/12/2025 23:59:07; 35=25 36=12 37=31 38=23 39=59 40=7",
        "gen1; setDateTime; \"29/02/2024 00:00:00\"; 35=24 36=2 37=29 38=0 39=0 40=0",
        "gen1; setDateTime; {\"dateTime\":\"01/01/2000 00:00:00\"}; 35=0 36=1 37=1 38=0 39=0 40=0",
        "gen1; setDateTime; 29/02/2025 00:00:00; BAD_PAYLOAD",
        "gen1; setDateTime; 31/12/1999 23:59:59; BAD_PAYLOAD",
        "gen1; setDateTime; 2025-12-31T23:59:00; BAD_PAYLOAD",
        "gen1; setEverything; 1; UNKNOWN_COMMAND",
        "gen1; setChargeStart0; 05:30; UNKNOWN_COMMAND",
        "unknown; setChargeTarget; 50; CANNOT",
        "unknown; setDateTime; 31/12/2025 23:59:07; CANNOT",
      })
  void everyCommandWritesWhatTheTablesSay(
      String plant, String name, String payload, String expected) {
    assertThat(plan(plant, CommandSettings.GIVTCP, name, payload)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
  @CsvSource({
    "gen1, setChargeRate, 0, 111=0",
    "gen1, setChargeRate, 1300, 111=16",
    "gen1, setDischargeRate, 1300, 112=16",
    "gen1, setChargeRate, 2599, 111=32",
    "gen1, setChargeRate, 2600, 111=32",
    "gen1, setChargeRate, 9999, 111=32",
    "gen1, setChargeRate, 50%, 111=16",
    "gen1, setChargeRate, 300 %, 111=32",
    "gen1, setChargeRate, -1, OUT_OF_RANGE",
    "gen1, setChargeRate, -50%, OUT_OF_RANGE",
    "gen2, setChargeRate, 3600, 111=44",
    "gen2, setDischargeRate, 123456789%, 112=44",
    "ac, setDischargeRate, 3000, 112=37",
    "ac-unrated, setDischargeRate, 3000, CANNOT",
  })
  void wattsBecomePercentOfTheCapacity(String plant, String name, String payload, String expected) {
    assertThat(plan(plant, CommandSettings.GIVTCP, name, payload)).isEqualTo(expected);
  }

  @Test
  void theLargestRateIsTheSmallestPercentThatReachesIt() {
    // 186 Ah at 51.2 V are 9523 Wh, of which 38 % are the first to exceed 3600 W.
    Snapshot large = Plant.GEN2.snapshot(55, 186);

    assertThat(plan(large, "setChargeRate", "3600")).isEqualTo("111=38");
    assertThat(plan(large, "setChargeRate", "2600")).isEqualTo("111=27");
  }

  @Test
  void noRateIsMoreThanTheRegisterTakes() {
    assertThat(plan(Plant.GEN2.snapshot(55, 52), "setChargeRate", "3600")).isEqualTo("111=50");
  }

  @Test
  void aRateIsRefusedWhileTheCapacityIsNotKnown() {
    assertThat(plan(Plant.GEN2.snapshot(55, 0), "setChargeRate", "3600")).isEqualTo("CANNOT");
  }

  @Test
  void aBareNumberIsPercentOfTheLargestRateWhereTheSettingSaysSo() {
    CommandSettings percent = new CommandSettings(true, false, false);

    assertThat(plan("gen1", percent, "setChargeRate", "50")).isEqualTo("111=16");
    assertThat(plan("gen1", percent, "setChargeRate", "100")).isEqualTo("111=32");
  }

  @Test
  void aTargetAlsoSetsItsUseWhereTheSettingSaysSo() {
    CommandSettings enable = new CommandSettings(false, true, false);

    assertThat(plan("gen1", enable, "setChargeTarget", "80")).isEqualTo("20=1 116=80");
    assertThat(plan("gen1", enable, "setChargeTarget", "100")).isEqualTo("20=0 116=100");
  }

  @Test
  void thePercentOfASlotGoesToTheSlotWhereTheSettingSaysSoAndTheInverterHasOne() {
    CommandSettings slot = new CommandSettings(false, false, true);
    String charge = "{\"start\":\"01:00\",\"finish\":\"02:00\",\"chargeToPercent\":80}";
    String discharge = "{\"start\":\"01:00\",\"finish\":\"02:00\",\"dischargeToPercent\":30}";

    assertThat(plan("gen3", slot, "setChargeSlot3", charge)).isEqualTo("246=100 247=200 248=80");
    assertThat(plan("gen3", slot, "setDischargeSlot1", discharge))
        .isEqualTo("272=30 56=100 57=200");
    assertThat(plan("gen1", slot, "setChargeSlot1", charge)).isEqualTo("94=100 95=200 116=80");
    assertThat(plan("gen1", slot, "setDischargeSlot1", discharge))
        .isEqualTo("110=30 56=100 57=200");
  }

  @Test
  void ecoGoesBackToTheReserveThatWasLastBelowAHundred() {
    Snapshot full = Plant.GEN1.snapshot(110, 100);
    Planner planner = planner();
    Remembered kept = planner.remember(Remembered.NOTHING, Plant.GEN1.snapshot(110, 35));
    Remembered after = planner.remember(kept, full);

    assertThat(after).isEqualTo(kept);
    assertThat(plan(full, CommandSettings.GIVTCP, after, "setBatteryMode", "Eco"))
        .isEqualTo("27=1 110=35 59=0");
  }

  @Test
  void aReserveThatWasNeverSeenBelowAHundredIsFour() {
    assertThat(plan(Plant.GEN1.snapshot(110, 100), "enableDischarge", "enable")).isEqualTo("110=4");
  }

  @Test
  void aReserveBelowFourIsRestoredAsFour() {
    assertThat(plan(Plant.GEN1.snapshot(110, 0), "enableDischarge", "enable")).isEqualTo("110=4");
  }

  @Test
  void ofTwoWritesToOneRegisterTheLaterCountsAtItsOwnPlace() {
    Command command = Plant.COMMANDS.find("disableChargeTarget").orElseThrow().command();
    List<WriteRow> rows = command.writes();
    WriteRow again =
        new WriteRow(
            rows.get(0).condition(),
            rows.get(0).when(),
            rows.get(0).register(),
            new Expression.Constant(1),
            rows.get(0).origin());
    Command twice =
        new Command(
            command.name(),
            command.aliases(),
            command.kind(),
            command.needs(),
            command.care(),
            command.shows(),
            command.wording(),
            command.parameters(),
            List.of(rows.get(0), rows.get(1), again));
    CommandRequest request = new CommandRequest(twice, "disableChargeTarget", Map.of());

    assertThat(planner().plan(request, Plant.GEN1.snapshot(), Remembered.NOTHING))
        .isInstanceOfSatisfying(
            WritePlan.class,
            plan ->
                assertThat(plan.writes())
                    .extracting(RegisterWrite::toString)
                    .containsExactly("charge_target_soc = 100", "enable_charge_target = 1"));
  }

  @Test
  void whatWasChangedIsToldWithWhatWasAsked() {
    assertThat(settled("setChargeRate", "9999").notes())
        .containsExactly("limited to 2600 W, asked 9999 W");
    assertThat(settled("setBatteryReserve", "2").notes())
        .containsExactly("raised to 4 %, asked 2 %");
    assertThat(settled("setChargeRate", "150%").notes())
        .containsExactly("limited to 2600 W, asked 150%");
    assertThat(settled("setChargeRate", "2000").notes()).isEmpty();
  }

  @Test
  void aRefusalSaysWhatTheInverterTakes() {
    assertThat(refusal("setChargeStart2", "05:30"))
        .isEqualTo("slot must be 1 on this inverter, not 2");
    assertThat(refusal("setChargeTarget", "101"))
        .isEqualTo("chargeToPercent must be 4 to 100 %, not 101");
  }

  @Test
  void aRegisterThatWasNeverReadIsNotPlanned() {
    Snapshot half = Plant.GEN1.snapshot(Plant.NOW, spec -> spec.base() == 0, Plant.usual());

    assertThat(plan(half, "setChargeTarget", "50")).isEqualTo("CANNOT");
    assertThat(plan(half, "enableDischargeSchedule", "enable")).isEqualTo("59=1");
  }

  @Test
  void theRegistersThatMustBeReadFirstAreThoseWrittenAndThoseLookedAt() {
    CommandRequest request = request("setChargeRate", "2000");

    assertThat(planner().prepare(request, Plant.GEN1.topology()))
        .isInstanceOfSatisfying(
            Prepared.class,
            prepared ->
                assertThat(prepared.needed())
                    .extracting(row -> row.address())
                    .containsExactly(111));
  }

  private static String plan(Snapshot snapshot, String name, String payload) {
    return plan(snapshot, CommandSettings.GIVTCP, Remembered.NOTHING, name, payload);
  }

  private static Planner planner() {
    return new Planner(
        Plant.PLANTS, Plant.COMMANDS, CommandSettings.GIVTCP, Plant.shown(Plant.GEN1.snapshot()));
  }

  private static CommandRequest request(String name, String payload) {
    return (CommandRequest)
        new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);
  }

  private static Settled settled(String name, String payload) {
    Planning planning =
        planner().plan(request(name, payload), Plant.GEN1.snapshot(), Remembered.NOTHING);
    return ((WritePlan) planning).settled();
  }

  private static String refusal(String name, String payload) {
    Planning planning =
        planner().plan(request(name, payload), Plant.GEN1.snapshot(), Remembered.NOTHING);
    return ((Refusal) planning).why();
  }
}
