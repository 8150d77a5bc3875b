package givbridge.modbus;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.AbstractModbusTransport;
import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.AbstractModbusListener;
import givbridge.modbus.Frame.Reply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A lane as j2mod's masters know a transport. Light and for one thread: make one for each use; the
 * lane and its connection outlive it. The lane's policy rules all times, so j2mod's timeout has no
 * meaning here.
 */
public final class GivEnergyTransport extends AbstractModbusTransport {

  private final Lane lane;
  private final Urgency urgency;
  private final Effort effort;
  private Optional<CompletableFuture<Reply>> waiting = Optional.empty();

  /** A transport whose requests are all of this urgency and effort. */
  public GivEnergyTransport(Lane lane, Urgency urgency, Effort effort) {
    this.lane = lane;
    this.urgency = urgency;
    this.effort = effort;
  }

  @Override
  public GivEnergyTransaction createTransaction() {
    return new GivEnergyTransaction(this);
  }

  /** Queues the request; its unit id is the device address. */
  @Override
  public void writeRequest(ModbusRequest request) {
    waiting = Optional.of(lane.submit(request, urgency, effort));
  }

  /** Waits for the answer to the request written last; a refusal is an exception response. */
  @Override
  public ModbusResponse readResponse() throws ModbusIOException {
    CompletableFuture<Reply> answer =
        waiting.orElseThrow(() -> new ModbusIOException("no request was written before"));
    waiting = Optional.empty();
    try {
      return lane.await(answer).response();
    } catch (RefusedByDeviceException e) {
      return new RefusedResponse(e);
    } catch (ModbusIOException e) {
      throw e;
    } catch (ModbusException e) {
      throw new ModbusIOException(e.getMessage(), e);
    }
  }

  /** A request written but not awaited is withdrawn; the lane stays open. */
  @Override
  public void close() {
    waiting.ifPresent(answer -> answer.cancel(false));
    waiting = Optional.empty();
  }

  /** Always fails: a lane only asks. */
  @Override
  public void writeResponse(ModbusResponse response) throws ModbusIOException {
    throw new ModbusIOException("a lane sends requests only");
  }

  /** Always fails: a lane only asks. */
  @Override
  public ModbusRequest readRequest(AbstractModbusListener listener) throws ModbusIOException {
    throw new ModbusIOException("a lane receives replies only");
  }

  /** A refusal in j2mod's terms; the code is made up, since the wire has none. */
  static final class RefusedResponse extends ExceptionResponse {

    private final RefusedByDeviceException reason;

    RefusedResponse(RefusedByDeviceException reason) {
      super(0, Modbus.SLAVE_DEVICE_FAILURE);
      this.reason = reason;
    }

    RefusedByDeviceException reason() {
      return reason;
    }
  }
}
