package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;

/**
 * The device answered with an error frame, each time it was asked. The wire gives no reason: the
 * registers or the value may be unknown to this model.
 */
public final class RefusedByDeviceException extends ModbusException {

  /** Says in words who refused what. */
  public RefusedByDeviceException(String message) {
    super(message);
  }
}
