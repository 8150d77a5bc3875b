package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no way around the list of what may be written. */
class RegisterWriteTest {
  private static final RegisterMap REGISTERS =
      Plant.PLANTS.registers(
          Plant.GEN3_TEN_SLOTS.topology().inverter(), Plant.GEN3_TEN_SLOTS.topology().identity());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language",
        "lcd_contrast",
        "charge_slot_2_start_legacy",
        "device_type_code",
        "charge_slot_1",
        "system_time",
        "battery_capacity_ah"
      })
  void aRegisterThatIsNotToBeWrittenIsNever(String name) {
    RegisterRow row = REGISTERS.row(name).orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegisterWrite.of(row, 1))
        .withMessageContaining("must not be written");
  }

  @ParameterizedTest
  @CsvSource({
    "battery_soc_reserve, 3",
    "battery_soc_reserve, 101",
    "battery_soc_reserve, -1",
    "battery_soc_reserve, 65536",
    "battery_soc_reserve, 65540",
    "inverter_reboot, 1",
    "charge_slot_1_start, 60",
    "charge_slot_1_start, 2360",
    "charge_slot_1_start, 2400",
    "enable_charge, 2",
  })
  void aValueThatARegisterDoesNotTakeIsNever(String name, int value) {
    RegisterRow row = REGISTERS.row(name).orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegisterWrite.of(row, value))
        .withMessageContaining(name + " takes ");
  }

  @Test
  void whatMayBeWrittenSaysWhatAndWhere() {
    RegisterWrite write =
        RegisterWrite.of(REGISTERS.row("charge_slot_1_start").orElseThrow(), 2359);

    assertThat(write.register()).isEqualTo(94);
    assertThat(write).hasToString("charge_slot_1_start = 2359");
    assertThat(write)
        .isEqualTo(RegisterWrite.of(write.row(), 2359))
        .hasSameHashCodeAs(RegisterWrite.of(write.row(), 2359))
        .isNotEqualTo(RegisterWrite.of(write.row(), 2358));
  }

  @Test
  void itHasNoConstructorForOthers() {
    assertThat(RegisterWrite.class.getConstructors()).isEmpty();
  }
}
