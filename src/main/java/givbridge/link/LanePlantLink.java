package givbridge.link;

import com.ghgande.j2mod.modbus.ModbusException;
import givbridge.link.LinkException.Cause;
import givbridge.modbus.DeviceLink;
import givbridge.modbus.Effort;
import givbridge.modbus.Lane;
import givbridge.modbus.RefusedByDeviceException;
import givbridge.modbus.RequestKey;
import givbridge.modbus.TransactionLink;
import givbridge.modbus.Urgency;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import java.time.Clock;

/** A plant over the one lane to its dongle. */
public final class LanePlantLink implements PlantLink {
  private final Lane lane;
  private final DeviceLink registers;
  private final int inverterAddress;
  private final Clock clock;

  /**
   * A plant over a lane.
   *
   * @param inverterAddress device address that takes all writes
   * @param clock gives the time at which blocks arrive
   */
  public LanePlantLink(Lane lane, int inverterAddress, Clock clock) {
    this.lane = lane;
    this.registers = new TransactionLink(lane);
    this.inverterAddress = inverterAddress;
    this.clock = clock;
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    RequestKey what =
        new RequestKey(
            key.address(), key.spec().bank().function(), key.spec().base(), key.spec().count());
    try {
      int[] words =
          registers.read(
              what,
              purpose == Purpose.COMMAND ? Urgency.COMMAND : Urgency.READ,
              purpose == Purpose.PROBE ? Effort.PROBE : Effort.NORMAL);
      return new Block(key, words, clock.instant());
    } catch (ModbusException e) {
      throw failure(e);
    }
  }

  @Override
  public int write(int register, int value, boolean repeatable) throws LinkException {
    try {
      return registers.write(
          inverterAddress, register, value, repeatable ? Effort.NORMAL : Effort.ONCE);
    } catch (ModbusException e) {
      throw failure(e);
    }
  }

  @Override
  public long connection() {
    return lane.statistics().connections().opened();
  }

  private LinkException failure(ModbusException e) {
    Cause cause =
        e instanceof RefusedByDeviceException
            ? Cause.REFUSED
            : lane.isConnected() ? Cause.NO_ANSWER : Cause.OFFLINE;
    String message = e.getMessage();
    return new LinkException(cause, message == null ? cause.name() : message);
  }
}
