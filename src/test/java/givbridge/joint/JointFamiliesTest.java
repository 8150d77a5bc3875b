package givbridge.joint;

import static givbridge.joint.Joined.NOW;
import static givbridge.joint.Joined.plant;
import static givbridge.joint.Joined.shown;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.view.RecordedPlant;
import givbridge.view.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded plants of each family, as members. */
class JointFamiliesTest {
  private static final Members MEMBERS = new Members(Joined.TABLE, false);

  private static Member member(int number, RecordedPlant plant) {
    return MEMBERS.member(number, plant.view(), plant.tree().places(), true);
  }

  private static JointView view(Member... members) {
    return plant().view(List.of(members), NOW);
  }

  private static BigDecimal own(RecordedPlant plant, String path) {
    View view = plant.view();
    return new BigDecimal(
        view.leaf(path.replace("{serial}", view.snapshot().identity().serial()))
            .orElseThrow()
            .rendering()
            .payload()
            .orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ac",
        "all-in-one",
        "gateway",
        "hybrid-gen1",
        "hybrid-gen2",
        "hybrid-hv-gen3",
        "three-phase"
      })
  void aLoneMemberGivesWhatItShowsItself(String family) {
    RecordedPlant plant = RecordedPlant.of(family);

    JointView view = view(member(1, plant));

    Map<String, BigDecimal> expected = new TreeMap<>();
    Map<String, BigDecimal> found = new TreeMap<>();
    for (String key :
        Set.of(
            "PV_Power",
            "Battery_Power",
            "Grid_Power",
            "Import_Power",
            "Export_Power",
            "Load_Power",
            "Charge_Power",
            "Discharge_Power",
            "SOC_kWh",
            "SOC")) {
      expected.put(key, own(plant, "Power/Power/" + key).stripTrailingZeros());
      found.put(key, new BigDecimal(shown(view, "Power/" + key)).stripTrailingZeros());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(new BigDecimal(shown(view, "Power/Battery_Capacity_kWh")))
        .isEqualByComparingTo(own(plant, "{serial}/Battery_Capacity_kWh"));
    assertThat(shown(view, "Energy/Today/Import_Energy_Today_kWh")).isNotEqualTo("absent");
    assertThat(shown(view, "Energy/Total/Export_Energy_Total_kWh")).isNotEqualTo("absent");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
  }

  @Test
  void differentFamiliesAddUp() {
    RecordedPlant one = RecordedPlant.of("hybrid-gen2");
    RecordedPlant other = RecordedPlant.of("three-phase");

    JointView view = view(member(1, one), member(2, other));

    for (String path :
        Set.of("Energy/Total/PV_Energy_Total_kWh", "Energy/Today/PV_Energy_Today_kWh")) {
      assertThat(new BigDecimal(shown(view, path)))
          .isEqualByComparingTo(own(one, path).add(own(other, path)));
    }
    assertThat(new BigDecimal(shown(view, "Power/Battery_Power")))
        .isEqualByComparingTo(
            own(one, "Power/Power/Battery_Power").add(own(other, "Power/Power/Battery_Power")));
  }

  /** Serial numbers of what a plant tells of in registers of its own. */
  private static Set<String> told(RecordedPlant plant) {
    return member(1, plant).known().orElseThrow().told();
  }

  /** The plant with the serial number of another. */
  private static RecordedPlant named(RecordedPlant plant, String serial) {
    RecordedPlant named = plant;
    for (int i = 0; i < serial.length(); i += 2) {
      int word = serial.charAt(i) << 8 | serial.charAt(i + 1);
      named = named.with(Bank.HR, 13 + i / 2, word);
    }
    return named;
  }

  @Test
  void anAllInOneBehindItsGatewayIsNotCountedTwice() {
    RecordedPlant gateway = RecordedPlant.of("gateway");
    String serial = new TreeSet<>(told(gateway)).first();
    RecordedPlant unit = named(RecordedPlant.of("all-in-one"), serial);

    JointView alone = view(member(1, gateway));
    JointView both = view(member(1, gateway), member(2, unit));

    assertThat(shown(both, "Stats/Members_Behind")).isEqualTo(serial);
    for (String path :
        Set.of(
            "Power/PV_Power", "Power/Battery_Power", "Power/Battery_Capacity_kWh", "Power/SOC")) {
      assertThat(shown(both, path)).as(path).isEqualTo(shown(alone, path));
    }
  }

  @Test
  void anEmsTellsTheWholeAndItsInvertersTheRest() {
    RecordedPlant ems = RecordedPlant.of("ems");
    List<String> serials = List.copyOf(new TreeSet<>(told(ems)));
    RecordedPlant unit = RecordedPlant.of("ac");
    Member first = member(2, named(unit, serials.get(0)));
    Member second = member(3, named(unit, serials.get(1)));

    JointView whole = view(member(1, ems), first, second);
    JointView half = view(member(1, ems), first);

    assertThat(shown(whole, "Stats/Members_Behind")).isEqualTo(String.join(",", serials));
    assertThat(new BigDecimal(shown(whole, "Power/Battery_Power")))
        .isEqualByComparingTo(own(ems, "Power/Battery_Power"));
    assertThat(new BigDecimal(shown(whole, "Power/Grid_Power")))
        .isEqualByComparingTo(own(ems, "Power/Grid_Power").negate());
    assertThat(new BigDecimal(shown(whole, "Power/Battery_Capacity_kWh")))
        .isEqualByComparingTo(
            own(unit, "{serial}/Battery_Capacity_kWh").multiply(BigDecimal.valueOf(2)));
    assertThat(shown(half, "Power/Battery_Capacity_kWh")).isEqualTo("absent");
    assertThat(shown(half, "Power/Battery_Power")).isEqualTo(shown(whole, "Power/Battery_Power"));
  }

  @Test
  void whileItIsNotReadWhatIsBehindAGatewayItCountsAsUnread() {
    RecordedPlant gateway = RecordedPlant.of("gateway");
    Topology topology = gateway.topology();
    View view = gateway.view();

    assertThat(topology.devices()).anyMatch(device -> device.kind().isTold());
    assertThat(
            MEMBERS.member(1, withoutBlocks(gateway, view), gateway.tree().places(), true).known())
        .isEmpty();
  }

  private static View withoutBlocks(RecordedPlant plant, View full) {
    Snapshot bare = new Snapshot(full.snapshot().topology(), List.of(), full.snapshot().report());
    return plant.tree().view(bare, Optional.empty(), RecordedPlant.context(NOW));
  }

  @Test
  void theDayForWhichACounterCountsIsTakenAlong() {
    int[] noon = {26, 3, 1, 12, 0, 0};
    RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
    for (int i = 0; i < noon.length; i++) {
      plant = plant.with(Bank.HR, 35 + i, noon[i]);
    }
    Member member = member(1, plant);

    assertThat(
            member
                .known()
                .orElseThrow()
                .figure("Energy/Today/PV_Energy_Today_kWh")
                .orElseThrow()
                .day())
        .contains(LocalDate.of(2026, 3, 1));
  }
}
