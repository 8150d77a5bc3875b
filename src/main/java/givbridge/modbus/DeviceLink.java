package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import givbridge.modbus.Frame.Reply;
import java.util.concurrent.CompletableFuture;

/** Reads and writes the registers of one inverter and of the devices behind it. */
public interface DeviceLink {

  /**
   * Reads registers. Blocks until the answer is there or given up.
   *
   * @param what device, function, base and count
   * @return one number 0..65535 for each register, as many as asked for
   * @throws RefusedByDeviceException when the device refused
   * @throws ModbusException when there was no answer, or the inverter is offline
   */
  int[] read(RequestKey what, Urgency urgency, Effort effort) throws ModbusException;

  /**
   * Asks for registers without waiting for them.
   *
   * @return ends, on a thread that must not be held, with the answer or with what {@link #read}
   *     throws; when cancelled, the request is withdrawn unless it was sent
   */
  CompletableFuture<Reply> ask(RequestKey what, Urgency urgency, Effort effort);

  /**
   * Writes one holding register, before all waiting reads. Blocks as {@link #read}. What must not
   * be written twice is to be written with {@link Effort#ONCE}.
   *
   * @param device device address
   * @param register 0..65535
   * @param value 0..65535
   * @return the value which the device says it stored; not a proof, since it may be the echo of
   *     another client's write of that register
   * @throws RefusedByDeviceException when the device refused
   * @throws ModbusException when there was no echo, or the inverter is offline
   */
  int write(int device, int register, int value, Effort effort) throws ModbusException;
}
