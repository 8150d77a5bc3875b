package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published of a Gateway, of an EMS, and of several stacks, against the same by hand. */
class JoinedPlantsTest {
  private final RecordedPlant gateway = RecordedPlant.of("gateway");
  private final RecordedPlant ems = RecordedPlant.of("ems");

  private static String shown(View view, String path) {
    String serial = view.snapshot().identity().serial();
    return view.leaf(path.replace("{serial}", serial))
        .flatMap(leaf -> leaf.rendering().payload())
        .orElse("absent");
  }

  /** Every path with its value. */
  private static void assertShown(View view, Map<String, String> expected) {
    Map<String, String> found = new TreeMap<>();
    expected.keySet().forEach(path -> found.put(path, shown(view, path)));
    assertThat(found).isEqualTo(new TreeMap<>(expected));
  }

  @Test
  void aGatewayIsThatOfAllItsAllInOnesAndTurnsTheSignsOfItsRegisters() {
    View view =
        gateway
            .with(Bank.IR, 1702, 3000)
            .with(Bank.IR, 1616, 1200)
            .with(Bank.IR, 1617, 5000)
            .with(Bank.IR, 1618, 800)
            .with(Bank.IR, 1619, 0xFFFF - 99)
            .with(Bank.IR, 1816, 1700)
            .with(Bank.HR, 116, 80)
            .view();
    assertShown(
        view,
        Map.of(
            "Power/Power/Battery_Power", "-3000",
            "Power/Power/Charge_Power", "3000",
            "Power/Power/Export_Power", "1200",
            "Power/Power/Liberty_Power", "100",
            "Power/Flows/Solar_to_House", "800",
            "Power/Flows/Solar_to_Battery", "3000",
            "Power/Flows/Solar_to_Grid", "1200",
            "Inverters/AIO_1/Invertor_Power", "-1700",
            // 27 kWh * (80 - 44) % / 3 kW
            "Power/Power/Charge_Time_Remaining", "194"));
  }

  @ParameterizedTest
  @CsvSource({
    // percent of each of two; of all, and of 27 kWh
    "43, 46, 44, 11.88",
    "43, 0, 43, 11.61",
    "100, 100, 100, 27.0"
  })
  void theChargeOfAGatewayIsTheMeanOfThoseThatAreThere(
      int first, int second, String soc, String kWh) {
    View view = gateway.with(Bank.IR, 1801, first).with(Bank.IR, 1802, second).view();
    assertThat(shown(view, "Power/Power/SOC")).isEqualTo(soc);
    assertThat(shown(view, "Power/Power/SOC_kWh")).isEqualTo(kWh);
  }

  @Test
  void aGatewayWithOneAllInOneLeavesTheSettingsToThat() {
    View one = gateway.with(Bank.IR, 1700, 1).view();
    assertThat(one.leaves())
        .extracting(leaf -> leaf.place().segments().get(0))
        .doesNotContain("Control", "Timeslots");
    assertThat(shown(one, "{serial}/Battery_Capacity_kWh")).isEqualTo("13.5");
    View oneOfTwoAway = gateway.with(Bank.IR, 1701, 1).with(Bank.IR, 1802, 0).view();
    assertShown(
        oneOfTwoAway,
        Map.of(
            "Control/Mode", "Eco",
            "Control/Battery_Charge_Rate", "6000",
            "Timeslots/Charge_start_time_slot_2", "00:00:00",
            "{serial}/Invertor_Max_Bat_Rate", "12000"));
  }

  @Test
  void theTotalsOfAGatewayAreKilowattHoursUnlessTheOldFigureIsWanted() {
    String path = "Energy/Total/Battery_Charge_Energy_Total_kWh";
    assertThat(shown(gateway.view(), path)).isEqualTo("8837.9");
    Tree old =
        Tree.forTopology(
            RecordedPlant.table(),
            RecordedPlant.plants(),
            gateway.topology(),
            new Wishes(true, false, true));
    View view =
        old.view(gateway.snapshot(), Optional.empty(), RecordedPlant.context(RecordedPlant.READ));
    assertThat(shown(view, path)).isEqualTo("8.84");
    assertThat(shown(view, "Inverters/AIO_2/AC_Discharge_Energy_Total_kWh")).isEqualTo("1.01");
    assertThat(shown(view, "Energy/Today/Battery_Charge_Energy_Today_kWh")).isEqualTo("20.3");
  }

  @Test
  void anEmsTellsOfEachInverterThatItManagesWithItsState() {
    View view =
        ems.with(Bank.IR, 2045, 2 + 7 * 8)
            .with(Bank.IR, 2054, 0xFFFF - 499)
            .with(Bank.IR, 2059, 77)
            .with(Bank.IR, 2063, 215)
            .view();
    assertShown(
        view,
        Map.of(
            "Inverters/CE2231G000/status", "Online",
            "Inverters/CE2231G000/Power", "-500",
            "Inverters/CE2231G001/status", "Offline",
            "Inverters/CE2231G001/SOC", "77",
            "Inverters/CE2231G001/Temperature", "21.5",
            "Inverters/CE2231G001/Serial_Number", "CE2231G001"));
  }

  @Test
  void anEmsTellsItsPlantUnderNamesOfItsOwn() {
    View view =
        ems.with(Bank.IR, 2043, 1 + 2 * 4)
            .with(Bank.HR, 2072, 2)
            .with(Bank.HR, 2074, 0xFFFF - 2)
            .with(Bank.HR, 2040, 0)
            .with(Bank.HR, 2055, 3)
            .with(Bank.HR, 2058, 90)
            .with(Bank.IR, 17, 123)
            .with(Bank.IR, 44, 999)
            .with(Bank.IR, 37, 45)
            .view();
    assertShown(
        view,
        Map.of(
            "Power/Meters/Meter_1_Status", "Online",
            "Power/Meters/Meter_2_Status", "Offline",
            "Power/Meters/Meter_3_Status", "Disabled",
            "Control/Car_Charge_Mode", "Eco+",
            "Control/Plant_Charge_Compensation", "-3",
            "Control/Plant_Control", "disable",
            "Control/EMS_Charge_Target_SOC_1", "absent",
            "Control/EMS_Charge_Target_SOC_2", "90",
            "Energy/Today/Generation_Energy_Today_kWh", "12.3",
            "Energy/Today/Inverter_Out_Energy_Today_kWh", "4.5"));
    assertThat(shown(view, "{serial}/Plant_Status")).isEqualTo("Waiting");
    assertThat(view.leaves())
        .extracting(leaf -> leaf.place().segments().get(0))
        .doesNotContain("Meter_Details");
  }

  @Test
  void theModulesOfASecondStackAreItsOwnAndBothStacksCount() {
    RecordedPlant two = RecordedPlant.of("three-phase").with(0xA0, Bank.IR, 61, 2);
    View one = two.view();
    for (int register = 60; register < 120; register++) {
      two = two.with(0x71, Bank.IR, register, word(one, 0x70, register));
      two = two.with(0x50, Bank.IR, register + 120, word(one, 0x50, register));
    }
    View view =
        two.with(0x71, Bank.IR, 64, 1)
            .with(0x71, Bank.IR, 99, 100)
            .with(0x50, Bank.IR, 238, '9' * 256 + '9')
            .with(0x50, Bank.IR, 180, 3456)
            .view();
    assertShown(
        view,
        Map.of(
            "Battery_Details/Battery_Stack_2/HY2336G099/Battery_Cell_1_Voltage", "3.456",
            "raw/HV_Battery_Stacks/Stack_1/HY2336G099/v_cell_01", "3.456",
            "raw/HV_Battery_Stacks/Stack_1/HY2336G099/BCU", "1",
            // 52 Ah * 76.8 V * 1 module * 0.9; 10 Ah likewise
            "Battery_Details/Battery_Stack_2/Stack_Design_Capacity", "3.59",
            "Battery_Details/Battery_Stack_2/Stack_SOC_kWh", "0.69",
            "{serial}/Battery_Capacity_kWh", "25.16",
            "Power/Power/SOC_kWh", "19.35",
            "{serial}/Invertor_Max_Bat_Rate", "14000"));
    assertThat(shown(view, "Battery_Details/Battery_Stack_1/HY2336G099/Battery_Cell_1_Voltage"))
        .isEqualTo("absent");
    assertThat(shown(view, "Battery_Details/Battery_Stack_2/BMS_Temperature"))
        .isNotEqualTo(shown(view, "Battery_Details/Battery_Stack_1/BMS_Temperature"));
  }

  private static int word(View view, int address, int register) {
    return view.snapshot().words(address).word(Bank.IR, register);
  }
}
