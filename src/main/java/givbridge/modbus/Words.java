package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;

/** The numbers in j2mod's responses. */
final class Words {

  private static final int[] NONE = {};

  private Words() {}

  /** One number 0..65535 for each register read, or the one which was written. */
  static int[] of(ModbusResponse response) {
    if (response instanceof WriteSingleRegisterResponse write) {
      return new int[] {write.getRegisterValue()};
    }
    if (response instanceof ReadMultipleRegistersResponse holding) {
      return values(holding.getRegisters());
    }
    return response instanceof ReadInputRegistersResponse input
        ? values(input.getRegisters())
        : NONE;
  }

  private static int[] values(InputRegister... registers) {
    int[] values = new int[registers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = registers[i].getValue();
    }
    return values;
  }
}
