package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.CleaningRule.Filter;
import givbridge.cleaning.Doubt;
import givbridge.registers.Bank;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wild value among sound ones is refused once, in each family; a real change is not. */
class WholeReadingsTest {
  private Instant now = RecordedPlant.READ;

  private View after(View before, RecordedPlant plant) {
    now = now.plus(Duration.ofSeconds(30));
    return plant.after(before, now);
  }

  private static String shown(View view, String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
  }

  private static int number(View view, String path) {
    return (int) Double.parseDouble(shown(view, path));
  }

  /** Each is off by 4800 W, which for a change of that one alone would not be a jump. */
  @ParameterizedTest
  @CsvSource({
    "hybrid-gen2, Power/Power/PV_Power,                      18, 1",
    "hybrid-gen2, Power/Power/Grid_Power,                    30, 1",
    "hybrid-gen2, Power/Power/Load_Power,                    42, 1",
    "hybrid-gen2, Power/Power/Battery_Power,                 52, 1",
    "three-phase, Power/Power/PV_Power,                    1018, 10",
    "three-phase, Power/Power/Import_Power,                1080, 10",
    "three-phase, Power/Power/Load_Power,                  1090, 10",
    "three-phase, Power/Power/Discharge_Power,             1137, 10",
    "three-phase, Power/Power/Battery_Power,               1137, 10",
    "three-phase, Power/Power/Invertor_Power,              1070, 10",
    "ems,         Power/Battery_Power,                     2090, 1",
    "ems,         Power/Grid_Power,                        2089, 1",
    "ems,         Power/Generation_Load_Power,             2088, 1",
    "ems,         Power/Calculated_Load_Power,             2086, 1"
  })
  void aWildPowerIsRefusedOnceThenBelieved(String name, String path, int register, int parts) {
    RecordedPlant plant = RecordedPlant.of(name);
    View sound = plant.view();
    int before = number(sound, path);
    int wild = before + 4800;
    RecordedPlant odd = plant.with(Bank.IR, register, wild * parts & 0xFFFF);

    View first = after(sound, odd);
    assertThat(number(first, path)).isEqualTo(before);
    assertThat(first.refused())
        .filteredOn(refusal -> refusal.place().path().equals(path))
        .extracting(refusal -> refusal.finding().doubt())
        .containsExactly(Doubt.AGAINST_THE_WHOLE);
    View single = after(first, plant);
    assertThat(number(single, path)).isEqualTo(before);
    assertThat(single.refused()).isEmpty();

    View again = after(single, odd);
    assertThat(number(again, path)).isEqualTo(before);
    assertThat(number(after(again, odd), path)).isEqualTo(wild);
  }

  @Test
  void panelsBesideAThreePhaseInverterAreSeenByItsSecondMeterAndSoMayTheirPowerChange() {
    RecordedPlant dark = RecordedPlant.of("three-phase");
    View view = dark.view();
    int load = number(view, "Power/Power/Load_Power") + 4800;
    RecordedPlant lit =
        dark.with(Bank.IR, 1090, load * 10 & 0xFFFF)
            .with(Bank.IR, 1245, 48_000)
            .with(Bank.IR, 1244, 0);
    assertThat(number(after(view, lit), "Power/Power/Load_Power")).isEqualTo(load);
  }

  @ParameterizedTest
  @CsvSource({
    "hybrid-gen1,    Power/Power/SOC,            59",
    "hybrid-gen2,    Power/Power/SOC,            59",
    "ac,             Power/Power/SOC,            59",
    "all-in-one,     Power/Power/SOC,            59",
    "hybrid-hv-gen3, Power/Power/SOC,            59",
    "three-phase,    Power/Power/SOC,          1132",
    "gateway,        Inverters/AIO_1/SOC,      1801",
    "gateway,        Inverters/AIO_2/SOC,      1802",
    "ems,            Inverters/CE2231G000/SOC, 2058"
  })
  void aChargeMovesAsEnergyCanHaveFlowedElseItIsShownAtTheSecondRead(
      String name, String path, int register) {
    RecordedPlant plant = RecordedPlant.of(name).with(Bank.IR, register, 50);
    View before = plant.view();
    assertThat(shown(before, path)).isEqualTo("50");

    View moved = after(before, plant.with(Bank.IR, register, 52));
    assertThat(shown(moved, path)).isEqualTo("52");
    View jumped = after(moved, plant.with(Bank.IR, register, 62));
    assertThat(shown(jumped, path)).isEqualTo("52");
    View other = after(jumped, plant.with(Bank.IR, register, 20));
    assertThat(shown(other, path)).isEqualTo("52");
    View agreed = after(other, plant.with(Bank.IR, register, 19));
    assertThat(shown(agreed, path)).isEqualTo("19");

    // In a night every battery of the field can fill.
    now = now.plus(Duration.ofHours(8));
    assertThat(shown(after(agreed, plant.with(Bank.IR, register, 95)), path)).isEqualTo("95");
  }

  @Test
  void theChargeOfAGatewayIsThatOfAllItsUnits() {
    RecordedPlant plant =
        RecordedPlant.of("gateway").with(Bank.IR, 1801, 50).with(Bank.IR, 1802, 50);
    View view = plant.view();
    RecordedPlant odd = plant.with(Bank.IR, 1801, 90);
    view = after(view, odd);
    assertThat(shown(view, "Power/Power/SOC")).isEqualTo("50");
    assertThat(shown(after(view, odd), "Power/Power/SOC")).isEqualTo("70");
  }

  @Test
  void everyLeafOfAChargeIsTriedHere() {
    Set<String> charges = new TreeSet<>();
    RecordedPlant.table().rows().stream()
        .filter(row -> row.cleaning().filter() == Filter.CHARGE)
        .forEach(row -> charges.add(row.path()));
    assertThat(charges)
        .containsExactly("Inverters/AIO_{aio}/SOC", "Inverters/{managed}/SOC", "Power/Power/SOC");
  }
}
