package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.Frame.Reply;
import java.util.concurrent.CompletableFuture;

/** Runs j2mod transactions over a lane. May be called by any thread. */
public final class TransactionLink implements DeviceLink {

  private final Lane lane;

  /** A link over this lane, which stays its owner's to close. */
  public TransactionLink(Lane lane) {
    this.lane = lane;
  }

  @Override
  public int[] read(RequestKey what, Urgency urgency, Effort effort) throws ModbusException {
    return run(what.toReadRequest(), urgency, effort);
  }

  @Override
  public CompletableFuture<Reply> ask(RequestKey what, Urgency urgency, Effort effort) {
    return lane.submit(what.toReadRequest(), urgency, effort);
  }

  @Override
  public int write(int device, int register, int value, Effort effort) throws ModbusException {
    ModbusRequest request = new WriteSingleRegisterRequest(register, new SimpleRegister(value));
    request.setUnitID(device);
    return run(request, Urgency.COMMAND, effort)[0];
  }

  private int[] run(ModbusRequest request, Urgency urgency, Effort effort) throws ModbusException {
    GivEnergyTransaction transaction =
        new GivEnergyTransport(lane, urgency, effort).createTransaction();
    transaction.setRequest(request);
    transaction.execute();
    return Words.of(transaction.getResponse());
  }
}
