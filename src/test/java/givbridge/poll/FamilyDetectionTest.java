package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.link.LinkException;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.registers.Value;
import givbridge.testing.Golden;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What hangs on inverters of other families than the low-voltage ones. */
class FamilyDetectionTest {
  private static PollFixture fixture(String golden) {
    return new PollFixture(Golden.read(Golden.OWN.resolve(golden + ".json")));
  }

  private static PollFixture allInOne() {
    return fixture("aio_arm612_5min");
  }

  private static PollFixture threePhase() {
    return fixture("giv3hy11_da011_detect_10min");
  }

  private static PollFixture gateway() {
    return fixture("gateway_gaaa0014_10min_night");
  }

  private static PollFixture ems() {
    return fixture("ems_arm1036_60s");
  }

  /** Its recording holds no block that says who it is. */
  private static PollFixture highVoltage() {
    PollFixture fixture = fixture("givhy80g3hv_hass295_120s");
    fixture.plant.zeros(0x11, Bank.HR, 0, 60);
    fixture.plant.set(0x11, Bank.HR, 0, 0x8102);
    fixture.plant.set(0x11, Bank.HR, 21, 300);
    fixture.plant.text(0x11, Bank.HR, 13, "EA2419G123");
    return fixture;
  }

  private static Topology topology(PollFixture fixture) {
    return fixture.state.snapshot().orElseThrow().topology();
  }

  /** As it stands after the second poll, when the registers had their say. */
  private static String detected(PollFixture fixture) throws LinkException {
    fixture.poll();
    fixture.poll();
    return topology(fixture).devices().stream()
        .filter(device -> !device.isInverter())
        .map(FamilyDetectionTest::shown)
        .collect(Collectors.joining(" "));
  }

  private static String shown(Device device) {
    String parent = device.parent().map(it -> "<" + it.key()).orElse("");
    String shift = device.seat().offset() == 0 ? "" : "+" + device.seat().offset();
    return "%s@%02x%s:%s%s"
        .formatted(device.kind().name(), device.address(), shift, device.key(), parent);
  }

  @Test
  void anAllInOneHasAStackWithItsFourModules() throws LinkException {
    PollFixture fixture = allInOne();

    assertThat(detected(fixture))
        .isEqualTo(
            "bms@a0:1 stack@70:1 module@50:HX0000G000<1 module@51:HX0000G000<1"
                + " module@52:HX0000G000<1 module@53:HX0000G000<1");
    assertThat(topology(fixture).identity().model().name()).isEqualTo("ALL_IN_ONE");
  }

  @Test
  void theModulesOfAnAllInOneAreLookedForThoughItsStackIsSilent() throws LinkException {
    PollFixture fixture = allInOne();
    fixture.plant.silence(key -> key.address() == 0x70 || key.address() == 0xA0);

    assertThat(detected(fixture))
        .isEqualTo(
            "module@50:HX0000G000 module@51:HX0000G000 module@52:HX0000G000 module@53:HX0000G000");
  }

  @Test
  void aThreePhaseInverterHasAStackOfSixModulesAndTwoMeters() throws LinkException {
    PollFixture fixture = threePhase();

    assertThat(detected(fixture))
        .isEqualTo(
            "bms@a0:1 stack@70:1 module@50:HY2336G000<1 module@51:HY2336G000<1"
                + " module@52:HY2336G000<1 module@53:HY2336G000<1 module@54:HY2336G000<1"
                + " module@55:HY2336G000<1 meter@01:1 meter@02:2");
    assertThat(topology(fixture).identity().arm()).isZero();
  }

  @Test
  void aHighVoltageHybridWithoutABatteryManagerHasAStackOfThree() throws LinkException {
    assertThat(detected(highVoltage()))
        .isEqualTo(
            "stack@70:1 module@50:HY2446G000<1 module@51:HY2446G000<1 module@52:HY2446G000<1"
                + " meter@01:1");
  }

  /** As users report: the modules of a second stack share the addresses of the first. */
  private static PollFixture twoStacks(int offset, int firstAddress) {
    PollFixture fixture = threePhase();
    fixture.plant.set(0xA0, Bank.IR, 61, 2);
    for (int i = 60; i < 120; i++) {
      fixture.plant.set(0x71, Bank.IR, i, fixture.plant.get(0x70, Bank.IR, i));
    }
    fixture.plant.set(0x71, Bank.IR, 64, 2);
    for (int module = 0; module < 2; module++) {
      int address = firstAddress + module;
      for (int i = 60; i < 120; i++) {
        fixture.plant.set(address, Bank.IR, i + offset, fixture.plant.get(0x50, Bank.IR, i));
      }
      fixture.plant.text(address, Bank.IR, 114 + offset, "HY2401G10" + module);
    }
    return fixture;
  }

  @Test
  void theModulesOfASecondStackShareTheAddressesOfTheFirst() throws LinkException {
    PollFixture fixture = twoStacks(120, 0x50);

    assertThat(detected(fixture))
        .startsWith("bms@a0:1 stack@70:1 stack@71:2 module@50:HY2336G000<1")
        .contains(" module@50+120:HY2401G100<2 module@51+120:HY2401G101<2 meter");
    Snapshot snapshot = fixture.state.snapshot().orElseThrow();
    Device second =
        snapshot
            .topology()
            .of("module")
            .filter(d -> d.key().equals("HY2401G100"))
            .findFirst()
            .get();
    assertThat(snapshot.reading(second, "v_cell_01").known()).isEqualTo(cell(snapshot)).isPresent();
    assertThat(snapshot.newest(second)).isPresent();
  }

  private static Optional<Value> cell(Snapshot snapshot) {
    Device first = snapshot.topology().of("module").findFirst().orElseThrow();
    return snapshot.reading(first, "v_cell_01").known();
  }

  @Test
  void orTheyFollowThoseOfTheFirst() throws LinkException {
    assertThat(detected(twoStacks(0, 0x56)))
        .contains(" module@56:HY2401G100<2 module@57:HY2401G101<2 meter");
  }

  @Test
  void aModuleThatIsKnownAlreadyIsNotTheOneOfASecondStack() throws LinkException {
    PollFixture fixture = twoStacks(120, 0x50);
    fixture.plant.text(0x50, Bank.IR, 114 + 120, "HY2336G000");

    assertThat(detected(fixture)).contains(" module@51+120:HY2401G101<2").doesNotContain("50+120");
  }

  @Test
  void anEmsTellsOfItsInvertersAndItsMetersAreFound() throws LinkException {
    PollFixture fixture = ems();
    String found = detected(fixture);

    assertThat(found).contains("meter@01:1 meter@03:3").contains("managed@11:CE");
    List<Device> managed = topology(fixture).of("managed").toList();
    assertThat(managed).hasSize(2);
    Snapshot snapshot = fixture.state.snapshot().orElseThrow();
    assertThat(snapshot.reading(managed.get(1), "inverter_soc"))
        .isEqualTo(snapshot.reading("inverter_2_soc"));
    assertThat(snapshot.reading(managed.get(1), "inverter_serial_number").known())
        .contains(new Value.Text(managed.get(1).key()));
  }

  @Test
  void aGatewayTellsOfItsAllInOnes() throws LinkException {
    PollFixture fixture = gateway();

    assertThat(detected(fixture)).isEqualTo("meter@01:1 meter@02:2 aio@11:1 aio@11:2");
    Snapshot snapshot = fixture.state.snapshot().orElseThrow();
    Device second = snapshot.topology().of("aio").toList().get(1);
    assertThat(snapshot.reading(second, "aio_soc").known())
        .contains(new Value.Amount(BigDecimal.valueOf(45)));
    assertThat(snapshot.reading(second, "aio_serial_number").known())
        .contains(new Value.Text("CH2542G000"));
    assertThat(snapshot.newest(second)).isPresent();
  }

  @Test
  void anAllInOneThatComesLaterIsTakenUpOnceItWasToldOfTwice() throws LinkException {
    PollFixture fixture = gateway();
    fixture.poll();
    fixture.plant.text(0x11, Bank.IR, 1851, "CH2610G321");

    for (int i = 0; i < 9; i++) {
      fixture.poll();
      assertThat(topology(fixture).of("aio")).hasSize(2);
    }
    fixture.poll();
    fixture.poll();

    assertThat(topology(fixture).of("aio")).hasSize(3);
  }

  @Test
  void anAllInOneOfWhichTheGatewayTellsNoMoreKeepsItsPlace() throws LinkException {
    PollFixture fixture = gateway();
    fixture.poll();
    fixture.plant.zeros(0x11, Bank.IR, 1846, 5);

    for (int i = 0; i < 25; i++) {
      fixture.poll();
    }

    assertThat(topology(fixture).of("aio")).hasSize(2);
  }

  private static void move(PollFixture fixture, Map<Integer, String> serials) {
    fixture.plant.zeros(0x11, Bank.IR, 1831, 29);
    serials.forEach((register, serial) -> fixture.plant.text(0x11, Bank.IR, register, serial));
  }

  @Test
  void theLayoutOfAGatewayIsThatInWhichTheSerialsAreValid() throws LinkException {
    Map<String, Map<Integer, String>> layouts =
        Map.of(
            "layout-0",
            Map.of(1831, "CH2414G001", 1838, "CH2414G002", 1845, "CH2414G003"),
            "layout-1",
            Map.of(1841, "CH2414G001", 1846, "CH2414G002", 1851, "CH2414G003"),
            "layout-2",
            Map.of(1841, "CH2414G001", 1848, "CH2414G002", 1855, "CH2414G003"));
    for (Map.Entry<String, Map<Integer, String>> layout : layouts.entrySet()) {
      PollFixture fixture = gateway();
      move(fixture, layout.getValue());
      detected(fixture);

      assertThat(topology(fixture).identity().traits())
          .as(layout.getKey())
          .contains(layout.getKey());
      assertThat(topology(fixture).of("aio")).hasSize(3);
    }
  }

  @Test
  void totalsThatCannotBeWithTheHighWordFirstHaveTheLowWordFirst() throws LinkException {
    PollFixture fixture = gateway();
    detected(fixture);
    Optional<Value> before = fixture.state.snapshot().orElseThrow().reading("e_load_total").known();
    PollFixture swapped = gateway();
    swapped.plant.set(0x11, Bank.IR, 1656, fixture.plant.get(0x11, Bank.IR, 1657));
    swapped.plant.set(0x11, Bank.IR, 1657, fixture.plant.get(0x11, Bank.IR, 1656));
    detected(swapped);

    assertThat(topology(fixture).identity().traits()).contains("high-word-first");
    assertThat(topology(swapped).identity().traits()).contains("low-word-first");
    assertThat(swapped.state.snapshot().orElseThrow().reading("e_load_total").known())
        .isEqualTo(before)
        .isPresent();
  }

  @Test
  void aHighVoltageHybridIsReadInTheBankThatIsAlive() throws LinkException {
    PollFixture low = highVoltage();
    low.plant.zeros(0x11, Bank.IR, 1000, 414);
    PollFixture high = highVoltage();
    high.plant.zeros(0x11, Bank.IR, 0, 60);
    high.plant.set(0x11, Bank.IR, 41, 300);
    high.plant.zeros(0x11, Bank.IR, 1000, 414);
    high.plant.set(0x11, Bank.IR, 1061, 4017);
    high.plant.zeros(0x11, Bank.HR, 1000, 125);
    for (PollFixture fixture : List.of(low, high)) {
      detected(fixture);
      fixture.poll();
    }

    assertThat(topology(low).identity().traits())
        .contains("single-phase")
        .doesNotContain("three-phase");
    assertThat(topology(high).identity().traits())
        .contains("three-phase")
        .doesNotContain("single-phase");
    assertThat(high.state.snapshot().orElseThrow().reading("v_ac1").known())
        .contains(new Value.Amount(new BigDecimal("401.7")));
    assertThat(topology(high).of("module")).hasSize(3);
  }

  @Test
  void aDeviceThatVanishesKeepsItsPlaceAndIsAskedEveryFiveMinutes() throws LinkException {
    PollFixture fixture = threePhase();
    detected(fixture);
    fixture.plant.silence(key -> key.address() == 0x02);
    for (int i = 0; i < 3; i++) {
      fixture.poll();
    }
    fixture.plant.asked();
    Duration silent = Duration.ZERO;
    int asked = 0;
    while (silent.compareTo(Duration.ofMinutes(21)) < 0) {
      fixture.poll();
      silent = silent.plus(PollFixture.QUICK);
      asked += (int) fixture.plant.asked().stream().filter(key -> key.address() == 0x02).count();
    }

    assertThat(asked).isBetween(3, 4);
    assertThat(fixture.told).containsOnlyOnce("vanished 0x2");
    Snapshot snapshot = fixture.state.snapshot().orElseThrow();
    Device meter = snapshot.topology().of("meter").toList().get(1);
    assertThat(Duration.between(snapshot.newest(meter).orElseThrow(), fixture.clock.instant()))
        .isGreaterThan(Duration.ofMinutes(20));

    fixture.plant.silence(key -> false);
    for (int i = 0; i < 21; i++) {
      fixture.poll();
    }

    assertThat(fixture.told).containsOnlyOnce("returned 0x2");
    assertThat(fixture.state.snapshot().orElseThrow().newest(meter))
        .contains(fixture.clock.instant());
  }

  @Test
  void everyKindIsLookedForOnlyWhereItMayBe() {
    for (DeviceKind kind : PollFixture.TABLES.plants().kinds()) {
      assertThat(kind.isTold() && Detection.isLookedFor(kind, identity("7001"))).isFalse();
    }
    assertThat(lookedFor("2001")).containsExactly("battery", "meter");
    assertThat(lookedFor("2301")).containsExactly("meter");
    assertThat(lookedFor("4101")).containsExactly("battery", "bms", "stack", "module", "meter");
    assertThat(lookedFor("5001")).containsExactly("meter");
    assertThat(lookedFor("7001")).containsExactly("meter");
    assertThat(lookedFor("8001")).containsExactly("bms", "stack", "module", "meter");
    assertThat(lookedFor("8301")).containsExactly("battery", "meter");
  }

  private static List<String> lookedFor(String code) {
    return PollFixture.TABLES.plants().kinds().stream()
        .filter(kind -> Detection.isLookedFor(kind, identity(code)))
        .map(DeviceKind::name)
        .toList();
  }

  private static Identity identity(String code) {
    return PollFixture.TABLES.plants().models().identify("AA0000A000", code, 449, Optional.empty());
  }
}
