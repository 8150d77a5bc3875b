package givbridge.link;

import com.ghgande.j2mod.modbus.ModbusException;
import givbridge.link.LinkException.Cause;
import givbridge.modbus.DeviceLink;
import givbridge.modbus.Effort;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Lane;
import givbridge.modbus.RefusedByDeviceException;
import givbridge.modbus.RequestKey;
import givbridge.modbus.TransactionLink;
import givbridge.modbus.Urgency;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
    try {
      int[] words = registers.read(request(key), urgency(purpose), effort(purpose));
      return new Block(key, words, clock.instant());
    } catch (ModbusException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean readAll(List<Ask> asks, AnswerTaker taker) throws LinkException {
    if (asks.isEmpty()) {
      return true;
    }
    Batch batch = new Batch(asks.size(), taker);
    for (Ask ask : asks) {
      CompletableFuture<Reply> request =
          registers.ask(request(ask.key()), urgency(ask.purpose()), effort(ask.purpose()));
      batch.asked(request);
      // It is withdrawn with the request that it follows from.
      var unused =
          request.whenComplete(
              (reply, failure) -> batch.answered(answer(ask.key(), reply, failure)));
    }
    return batch.take();
  }

  private Answer answer(BlockKey key, @Nullable Reply reply, @Nullable Throwable failure) {
    if (reply != null) {
      return new Answer.Came(new Block(key, reply.words(), clock.instant()));
    }
    return new Answer.Missing(
        key,
        failure instanceof ModbusException known
            ? failure(known)
            : new LinkException(Cause.NO_ANSWER, "unexpected failure: " + failure));
  }

  private static RequestKey request(BlockKey key) {
    return new RequestKey(
        key.address(), key.spec().bank().function(), key.spec().base(), key.spec().count());
  }

  private static Urgency urgency(Purpose purpose) {
    return purpose == Purpose.COMMAND ? Urgency.COMMAND : Urgency.READ;
  }

  private static Effort effort(Purpose purpose) {
    return purpose == Purpose.PROBE ? Effort.PROBE : Effort.NORMAL;
  }

  @Override
  public int write(int register, int value) throws LinkException {
    try {
      return registers.write(inverterAddress, register, value, Effort.ONCE);
    } catch (ModbusException e) {
      throw failure(e);
    }
  }

  @Override
  public long connection() {
    return lane.connections();
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
