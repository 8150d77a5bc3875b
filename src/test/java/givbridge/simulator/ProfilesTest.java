package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.simulator.Layout.Answer;
import givbridge.simulator.Layout.Device;
import givbridge.tables.Faults;
import givbridge.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  @Test
  void allPlantsAreThere() {
    assertThat(Bench.PROFILES.names())
        .containsExactly(
            "gen1-hybrid",
            "gen2-hybrid",
            "gen3-hybrid",
            "ac-coupled",
            "gen3-plus-hybrid",
            "gen4-hybrid",
            "polar",
            "all-in-one",
            "all-in-one-hybrid",
            "hv-gen3-hybrid",
            "three-phase-hybrid",
            "three-phase-ac",
            "pv-only",
            "gateway-one-aio",
            "gateway-two-aio",
            "ems");
    assertThat(Bench.PROFILES.get("gen1-hybrid").units()).hasSize(2);
  }

  @Test
  void everySerialIsItsOwnAndTenCharactersLong() {
    Set<String> serials = new HashSet<>();
    int devices = 0;
    for (String name : Bench.PROFILES.names()) {
      Bench bench = new Bench(name, "2026-01-01T00:00:00Z");
      serials.add(bench.plant.inverterSerial());
      serials.add(bench.plant.dongleSerial());
      devices += 2;
      for (Unit pack : Bench.PROFILES.get(name).units()) {
        serials.add(pack.serial());
        devices++;
      }
      for (Subject.Module module : Bench.PROFILES.get(name).switchboard().modules()) {
        serials.add(module.serial());
        devices++;
      }
    }
    assertThat(serials)
        .hasSize(devices)
        .allMatch(serial -> serial.matches("[A-Z]{2}\\d{4}G\\d{3}|EMS\\d{7}"));
  }

  @Test
  void whatSteersIsWithinWhatIsServed() {
    for (String name : Bench.PROFILES.names()) {
      Layout layout = Bench.PROFILES.get(name).layout();
      assertThat(layout.steering().numbers().values())
          .allMatch(row -> serves(layout, row.address(), 1));
      assertThat(layout.steering().slots())
          .allMatch(slot -> serves(layout, slot.row().address(), 2));
    }
  }

  @Test
  void aSlotThatIsNoneIsAFaultOfItsLine() throws IOException {
    Faults faults = new Faults();
    String text = "value\n25:00-01:00\n01:00\n01:00-02:00\n";
    Table.read("slots.csv", new StringReader(text), faults, "value")
        .rows()
        .forEach(row -> WrittenValue.of(row, "value", Bench.inverter("charge_slot_1")));
    assertThat(faults.list()).hasSize(2).allMatch(fault -> fault.contains("is no time slot"));
    assertThat(faults.list().get(0)).startsWith("slots.csv:2");
  }

  @Test
  void anUnknownCodeIsAFaultOfItsLine() throws IOException {
    Faults faults = new Faults();
    Table.read("codes.csv", new StringReader("value\nNONSENSE\n"), faults, "value")
        .rows()
        .forEach(row -> WrittenValue.of(row, "value", Bench.inverter("battery_type")));
    assertThat(faults.list()).containsExactly("codes.csv:2: battery_type has no code NONSENSE");
  }

  @Test
  void anUnknownFieldIsAFaultOfItsLine() {
    Faults faults = new Faults();
    new LayoutReader(
            Set.of("inverter-single-phase"),
            Map.of(Device.INVERTER, Bench.map("battery-lv")),
            faults)
        .read();
    assertThat(faults.list()).anyMatch(fault -> fault.startsWith("simulator/controls.csv:"));
  }

  private static boolean serves(Layout layout, int address, int count) {
    return layout.answer(Device.INVERTER, Bank.HR, address, count) == Answer.WORDS;
  }
}
