package givbridge.joint;

import static givbridge.joint.Joined.NOW;
import static givbridge.joint.Joined.member;
import static givbridge.joint.Joined.onDay;
import static givbridge.joint.Joined.plant;
import static givbridge.joint.Joined.plantWithMeterOf;
import static givbridge.joint.Joined.serial;
import static givbridge.joint.Joined.shown;
import static givbridge.joint.Joined.silentAt;
import static givbridge.joint.Joined.stale;
import static givbridge.joint.Joined.telling;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How members add up, and when they do not. */
class JointPlantTest {
  private static final String PV = "Power/Power/PV_Power";
  private static final String TOTAL = "Energy/Total/PV_Energy_Total_kWh";
  private static final String TODAY = "Energy/Today/PV_Energy_Today_kWh";

  private static JointView view(Member... members) {
    return plant().view(List.of(members), NOW);
  }

  private static Member solar(int number, String watts, String total) {
    return member(number, Map.of(PV, watts, TOTAL, total));
  }

  @Test
  void powersAndEnergiesAddUpExactly() {
    JointView view = view(solar(1, "1500", "0.1"), solar(2, "2000.5", "0.2"));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("3500.5");
    assertThat(shown(view, TOTAL)).isEqualTo("0.3");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
    assertThat(shown(view, "Stats/status")).isEqualTo("online");
    assertThat(shown(view, "Stats/Members")).isEqualTo(serial(1) + "," + serial(2));
    assertThat(shown(view, "Stats/Members_Missing")).isEqualTo("none");
    assertThat(shown(view, "Stats/Members_Behind")).isEqualTo("none");
  }

  @Test
  void whatNobodyShowsIsNotThere() {
    assertThat(shown(view(solar(1, "1500", "1")), "Power/SOC")).isEqualTo("absent");
  }

  @Test
  void aMemberWithOldDataIsLeftOutOfPowersAndEndsCounters() {
    JointView view = view(solar(1, "1500", "10"), stale(solar(2, "2000", "20")));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("1500.0");
    assertThat(shown(view, TOTAL)).isEqualTo("absent");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("True");
    assertThat(shown(view, "Stats/Members_Missing")).isEqualTo(serial(2));
  }

  @Test
  void aMemberThatWasNeverReadIsNamedByItsNumberAndEndsAllCounters() {
    JointView view = view(solar(1, "1500", "10"), Member.unread(2));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("1500.0");
    assertThat(shown(view, TOTAL)).isEqualTo("absent");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("True");
    assertThat(shown(view, "Stats/Members_Missing")).isEqualTo("inverter 2");
  }

  @Test
  void withoutAnyMemberThatGivesDataThePlantIsOffline() {
    JointView view = view(stale(solar(1, "1500", "10")), Member.unread(2));

    assertThat(shown(view, "Stats/status")).isEqualTo("offline");
    assertThat(shown(view, "Power/PV_Power")).isEqualTo("absent");
  }

  @Test
  void aPowerThatAMemberDoesNotKnowNowMakesTheViewPartial() {
    JointView view = view(solar(1, "1500", "10"), silentAt(solar(2, "0", "20"), PV));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("1500.0");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("True");
    assertThat(shown(view, TOTAL)).isEqualTo("30.0");
  }

  @Test
  void aCounterThatAMemberDoesNotKnowNowIsAbsent() {
    JointView view = view(solar(1, "1500", "10"), silentAt(solar(2, "5", "20"), TOTAL));

    assertThat(shown(view, TOTAL)).isEqualTo("absent");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
  }

  @Test
  void theStateOfChargeIsTheMeanWeightedByCapacity() {
    Member large = battery(1, "80", "9.5");
    Member small = battery(2, "20", "4.75");

    JointView view = view(large, small, solar(3, "1", "1"));

    assertThat(shown(view, "Power/SOC")).isEqualTo("60.0");
    assertThat(shown(view, "Power/Battery_Capacity_kWh")).isEqualTo("14.25");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
  }

  private static Member battery(int number, String soc, String capacity) {
    return member(
        number,
        Map.of(
            "Power/Power/SOC", soc, serial(number) + "/Battery_Capacity_kWh", capacity, PV, "0"));
  }

  @Test
  void aStateOfChargeWhoseWeightIsUnknownDoesNotCount() {
    Member weightless = silentAt(battery(2, "20", "1"), serial(2) + "/Battery_Capacity_kWh");

    JointView view = view(battery(1, "80", "9.5"), weightless);

    assertThat(shown(view, "Power/SOC")).isEqualTo("80.0");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("True");
  }

  @Test
  void batteriesOfNoCapacityHaveNoStateOfChargeTogether() {
    assertThat(shown(view(battery(1, "80", "0")), "Power/SOC")).isEqualTo("absent");
  }

  @Test
  void aCapacityWithoutABatteryDoesNotCount() {
    Member bare = silentAt(member(2, Map.of(PV, "1")), serial(2) + "/Battery_Capacity_kWh");

    JointView view = view(battery(1, "80", "9.5"), bare);

    assertThat(shown(view, "Power/Battery_Capacity_kWh")).isEqualTo("9.5");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
  }

  @Test
  void aMemberBehindAnotherIsNamedAndNotAdded() {
    Member front = telling(solar(1, "5000", "100"), serial(2));

    JointView view = view(front, solar(2, "5000", "90"), solar(3, "700", "8"));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("5700.0");
    assertThat(shown(view, TOTAL)).isEqualTo("108.0");
    assertThat(shown(view, "Stats/Members_Behind")).isEqualTo(serial(2));
  }

  @Test
  void aSilentMemberBehindAnotherIsMissingButTheSumsAreWhole() {
    Member front = telling(solar(1, "5000", "100"), serial(2));

    JointView view = view(front, stale(solar(2, "5000", "90")));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("5000.0");
    assertThat(shown(view, TOTAL)).isEqualTo("100.0");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("False");
    assertThat(shown(view, "Stats/Members_Missing")).isEqualTo(serial(2));
  }

  @Test
  void whileTheOneInFrontIsSilentThoseBehindDoNotStandIn() {
    Member front = stale(telling(solar(1, "5000", "100"), serial(2)));

    JointView view = view(front, solar(2, "5000", "90"));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("absent");
    assertThat(shown(view, TOTAL)).isEqualTo("absent");
    assertThat(shown(view, "Stats/Partial")).isEqualTo("True");
  }

  @Test
  void whatTheOneInFrontCannotTellIsTakenFromThoseBehindOnce() {
    Member front = telling(member(1, Map.of(TOTAL, "100")), serial(2), serial(3));
    Member second = telling(solar(2, "300", "1"), serial(3));

    JointView view =
        view(front, second, solar(3, "400", "2"), telling(member(4, Map.of()), serial(2)));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("700.0");
    assertThat(shown(view, TOTAL)).isEqualTo("101.0");
  }

  @Test
  void whatOnlyAnInverterThatIsNoMemberCouldTellIsUnknown() {
    Member front = telling(member(1, Map.of(TOTAL, "100")), serial(2), "CE0000G777");

    JointView view = view(front, solar(2, "300", "1"));

    assertThat(shown(view, "Power/PV_Power")).isEqualTo("absent");
    assertThat(shown(view, TOTAL)).isEqualTo("100.0");
  }

  @Test
  void counterOfTheDayIsAbsentWhileSomeHaveTurnedAndSomeHaveNot() {
    LocalDate day = LocalDate.of(2026, 6, 24);
    Member early = onDay(member(1, Map.of(TODAY, "0")), day.plusDays(1));
    Member late = member(2, Map.of(TODAY, "12.5"));

    assertThat(shown(view(early, onDay(late, day)), TODAY)).isEqualTo("absent");
    assertThat(shown(view(early, onDay(late, day.plusDays(1))), TODAY)).isEqualTo("12.5");
    assertThat(shown(view(early, onDay(late, day)), "Stats/Partial")).isEqualTo("False");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Grid_Power", "Import_Power", "Export_Power", "Load_Power"})
  void oneMeterCanStandForAll(String key) {
    String path = "Power/Power/" + key;
    Member first = member(1, Map.of(path, "100", PV, "10"));
    Member second = member(2, Map.of(path, "200", PV, "20"));

    JointView view = plantWithMeterOf(2).view(List.of(first, second), NOW);

    assertThat(shown(view, "Power/" + key)).isEqualTo("200.0");
    assertThat(shown(view, "Power/PV_Power")).isEqualTo("30.0");
    assertThat(shown(view(first, second), "Power/" + key)).isEqualTo("300.0");
    JointView without = plantWithMeterOf(2).view(List.of(first, stale(second)), NOW);
    assertThat(shown(without, "Power/" + key)).isEqualTo("absent");
    assertThat(shown(without, "Stats/Partial")).isEqualTo("True");
  }

  @Test
  void anEmsShowsItsMeterWithTheOtherSignAndNoParts() {
    Member ems =
        Joined.being(
            member(
                1,
                Map.of(
                    "Power/Grid_Power", "-1834",
                    "Power/Battery_Power", "2511",
                    "Power/Calculated_Load_Power", "677")),
            "ems");

    JointView view = view(ems);

    assertThat(shown(view, "Power/Grid_Power")).isEqualTo("1834.0");
    assertThat(shown(view, "Power/Export_Power")).isEqualTo("1834.0");
    assertThat(shown(view, "Power/Import_Power")).isEqualTo("0.0");
    assertThat(shown(view, "Power/Discharge_Power")).isEqualTo("2511.0");
    assertThat(shown(view, "Power/Charge_Power")).isEqualTo("0.0");
    assertThat(shown(view, "Power/Load_Power")).isEqualTo("677.0");
  }

  @Test
  void whatAGatewayShowsInMwhIsAddedInKwh() {
    Member gateway = Joined.inMwh(Joined.being(member(1, Map.of(TOTAL, "2.5")), "gateway"));
    Member other = Joined.inMwh(member(2, Map.of(TOTAL, "100")));

    assertThat(shown(view(gateway, other), TOTAL)).isEqualTo("2600.0");
  }

  @Test
  void theListsAreListsInADocumentAndTheLeavesAreInItsOrder() {
    JointView view = view(solar(1, "1", "1"), Member.unread(2));

    assertThat(view.leaf("Stats/Members_Missing").orElseThrow().rendering().json())
        .hasToString("Texts[texts=[inverter 2]]");
    assertThat(view.leaves()).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
    assertThat(view.leaf("Stats/status").orElseThrow().place().row().retained()).isTrue();
  }
}
