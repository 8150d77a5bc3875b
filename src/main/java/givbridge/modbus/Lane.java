package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import givbridge.modbus.Frame.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only door to one inverter: one connection for everything, one request at a time, commands
 * before reads. May be called by any thread; made by {@link Lanes}.
 */
public final class Lane implements AutoCloseable {

  /**
   * So long is an answer awaited, far beyond all tries of a request and of those before it: nobody
   * waits for ever.
   */
  public static final Duration LONGEST = Duration.ofMinutes(2);

  private final LaneContext context;
  private final LaneCounters counters;
  private final Dispatcher dispatcher;

  Lane(LaneContext context, Dialer dialer, LaneObserver observer) {
    this.context = context;
    this.counters = new LaneCounters(context.policy().ration().perMinute());
    this.dispatcher = new Dispatcher(context, dialer, counters, observer);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param request a read of holding, input or meter product registers or a write of a single
   *     register; its unit id is the device address
   * @return the answer; to a write the echo, whose value the caller must compare
   * @throws RefusedByDeviceException when the last try was answered by an error frame
   * @throws ModbusIOException when there was no answer, or the inverter is offline
   * @throws IllegalArgumentException for another kind of request
   */
  public Reply call(ModbusRequest request, Urgency urgency, Effort effort) throws ModbusException {
    return await(submit(request, urgency, effort));
  }

  /** Sends a request; the future ends as {@link #await} says. */
  CompletableFuture<Reply> submit(ModbusRequest request, Urgency urgency, Effort effort) {
    Ticket ticket = new Ticket(request, urgency, effort, context.policy());
    try {
      context.timers().execute(() -> dispatcher.submit(ticket));
    } catch (RejectedExecutionException e) {
      ticket
          .answer()
          .completeExceptionally(LaneErrors.offline(context.name(), ticket, "it was closed"));
    }
    return ticket.answer();
  }

  /** Connects ahead of the first request. Without one soon, the other side may hang up again. */
  public void open() {
    try {
      context.timers().execute(dispatcher::open);
    } catch (RejectedExecutionException e) {
      counters.closed();
    }
  }

  /** Waits for an answer; when interrupted, the request is withdrawn unless it was sent. */
  Reply await(CompletableFuture<Reply> answer) throws ModbusException {
    try {
      return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new ModbusIOException("no answer of " + context.name() + " within " + LONGEST, e);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw new ModbusIOException("interrupted while waiting for " + context.name(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModbusException known) {
        throw known;
      }
      throw new ModbusIOException("unexpected failure of " + context.name(), e);
    }
  }

  /** The inverter in words. */
  public String name() {
    return context.name();
  }

  /** Whether a connection is open now. */
  public boolean isConnected() {
    return counters.isOpen();
  }

  /** How many connections were opened so far; as {@link #statistics} says, and quicker. */
  public long connections() {
    return counters.connections();
  }

  /** What the lane did so far. */
  public LaneStatistics statistics() {
    return counters.snapshot(context.clock().instant());
  }

  /** Fails all waiting requests and closes the connection; later requests fail at once. */
  @Override
  public void close() {
    try {
      context.timers().execute(dispatcher::close);
    } catch (RejectedExecutionException e) {
      counters.closed();
    }
  }
}
