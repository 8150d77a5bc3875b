package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.io.ModbusTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import givbridge.modbus.GivEnergyTransport.RefusedResponse;

/**
 * One request and its answer over a {@link GivEnergyTransport}. The lane retries and matches, so
 * j2mod's own retries and checks of transaction ids, which never change on this wire, are not used.
 */
public final class GivEnergyTransaction extends ModbusTransaction {

  GivEnergyTransaction(GivEnergyTransport transport) {
    this.transport = transport;
  }

  /**
   * Sends the request that was set, and sets its response.
   *
   * @throws RefusedByDeviceException when the device refused
   * @throws ModbusException when there was no answer
   */
  @Override
  public void execute() throws ModbusException {
    transport.writeRequest(request);
    ModbusResponse answer = transport.readResponse();
    if (answer instanceof RefusedResponse refused) {
      throw refused.reason();
    }
    response = answer;
  }
}
