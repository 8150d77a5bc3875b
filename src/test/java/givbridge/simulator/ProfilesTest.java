package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.tables.Faults;
import givbridge.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  @Test
  void allPlantsAreThere() {
    assertThat(Bench.PROFILES.names())
        .containsExactly("gen1-hybrid", "gen2-hybrid", "gen3-hybrid", "ac-coupled");
    assertThat(Bench.PROFILES.get("gen1-hybrid").packs()).hasSize(2);
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
      for (Pack pack : Bench.PROFILES.get(name).packs()) {
        serials.add(pack.serial());
        devices++;
      }
    }
    assertThat(serials)
        .hasSize(devices)
        .allMatch(serial -> serial.matches("[A-Z]{2}\\d{4}G\\d{3}"));
  }

  @Test
  void whatSteersIsWithinWhatIsServed() {
    for (String name : Bench.PROFILES.names()) {
      Layout layout = Bench.PROFILES.get(name).layout();
      assertThat(layout.steering().numbers().values())
          .allMatch(row -> layout.serves(Layout.Device.INVERTER, Bank.HR, row.address(), 1));
      assertThat(layout.steering().slots())
          .allMatch(
              slot -> layout.serves(Layout.Device.INVERTER, Bank.HR, slot.row().address(), 2));
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
    new LayoutReader(Set.of(), Bench.map("battery-lv"), Bench.map("battery-lv"), faults).read();
    assertThat(faults.list()).anyMatch(fault -> fault.startsWith("simulator/controls.csv:"));
  }
}
