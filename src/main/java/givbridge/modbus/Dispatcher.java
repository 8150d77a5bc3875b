package givbridge.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Stray;
import givbridge.modbus.LaneErrors.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is sent next and what an arriving frame means: one request in flight, answers
 * matched by content, failed tries repeated. On the lane's thread only.
 */
final class Dispatcher implements Connection.Owner {

  private final LaneContext context;
  private final LaneCounters counters;
  private final Connection connection;
  private final Unasked unasked;
  private final Pacer pacer;
  private final Silence silence;
  private final TicketQueue queue = new TicketQueue();

  // Made once: without an optimising compiler a new one takes longer than what it does.
  private final Runnable pumping = this::pump;
  private final Runnable timingOut = this::timedOut;
  private @Nullable Ticket inFlight;
  private @Nullable ScheduledFuture<?> timer;

  Dispatcher(LaneContext context, Dialer dialer, LaneCounters counters, LaneObserver observer) {
    this.context = context;
    this.counters = counters;
    this.connection = new Connection(context, dialer, counters, this);
    this.unasked = new Unasked(observer, counters);
    this.pacer = new Pacer(context.policy());
    this.silence = new Silence(context.policy().connection().giveUp());
  }

  /** Takes a request; fails it at once while the inverter is offline. */
  void submit(Ticket ticket) {
    Optional<String> reason = connection.unavailable();
    if (reason.isPresent()) {
      fail(ticket, LaneErrors.offline(context.name(), ticket, reason.get()));
    } else {
      queue.add(ticket);
      pump();
    }
  }

  /** Connects ahead of the first request. */
  void open() {
    connection.need();
  }

  /** Fails all requests and closes the connection for ever. */
  void close() {
    connection.close();
    unreachable("it was closed");
  }

  @Override
  public void ready() {
    pump();
  }

  @Override
  public void lost() {
    Ticket waiting = inFlight;
    connection.tellLost(waiting == null);
    if (waiting != null) {
      tryFailed(waiting, Failure.CONNECTION_LOST);
    } else {
      pump();
    }
  }

  @Override
  public void unreachable(String reason) {
    stopTimer();
    silence.broken();
    Ticket waiting = inFlight;
    inFlight = null;
    if (waiting != null) {
      fail(waiting, LaneErrors.offline(context.name(), waiting, reason));
    }
    for (Ticket ticket : queue.drain()) {
      fail(ticket, LaneErrors.offline(context.name(), ticket, reason));
    }
  }

  @Override
  public void arrived(Frame frame) {
    if (frame instanceof Reply reply) {
      silence.broken();
      replied(reply);
    } else if (frame instanceof Refusal refusal) {
      silence.broken();
      refused(refusal);
    } else if (frame instanceof Heartbeat heartbeat) {
      connection.send(Envelope.encodeHeartbeat(heartbeat));
      counters.heartbeat();
    } else if (frame instanceof Stray stray) {
      counters.stray(stray.kind());
    } else {
      counters.stray(StrayKind.UNEXPECTED_REQUEST);
    }
  }

  private void replied(Reply reply) {
    Ticket waiting = inFlight;
    if (waiting != null && waiting.key().equals(reply.key())) {
      landed();
      answered(waiting, reply);
    } else {
      Optional<Ticket> tried = queue.takeTried(reply.key());
      if (tried.isPresent()) {
        answered(tried.get(), reply);
      } else {
        unasked.accept(reply);
      }
    }
    pump();
  }

  private void answered(Ticket ticket, Reply reply) {
    connection.proven();
    if (!ticket.isWrite() && connection.takeFirstRead()) {
      ticket.discarded();
      queue.putBack(ticket);
      return;
    }
    pacer.answered();
    counters.allowed(pacer.perMinute());
    counters.answered(context.clock().instant());
    unasked.mayComeLate(ticket.key(), ticket.tries() - 1);
    ticket.answer().complete(reply);
  }

  private void refused(Refusal refusal) {
    Ticket waiting = inFlight;
    if (waiting != null && refusal.mayAnswer(waiting.key())) {
      counters.refused();
      connection.proven();
      tryFailed(waiting, Failure.REFUSAL);
    } else {
      counters.stray(StrayKind.UNMATCHED_ERROR);
    }
  }

  private void timedOut() {
    Ticket waiting = inFlight;
    if (waiting != null) {
      counters.timedOut();
      tryFailed(waiting, Failure.SILENCE);
    }
  }

  private void tryFailed(Ticket ticket, Failure failure) {
    landed();
    if (failure != Failure.REFUSAL && ticket.effort() != Effort.PROBE) {
      pacer.failed();
      counters.allowed(pacer.perMinute());
    }
    ticket.failed(context.clock().instant());
    if (ticket.triesLeft()) {
      queue.putBack(ticket);
    } else {
      unasked.mayComeLate(ticket.key(), ticket.tries());
      if (failure == Failure.SILENCE && ticket.effort() != Effort.PROBE) {
        silence.gaveUp();
      }
      fail(ticket, LaneErrors.exhausted(context.name(), ticket, failure));
    }
    silence.verdict(context.clock().instant()).ifPresent(connection::giveUp);
    pump();
  }

  /** Nothing is in flight any more. */
  private void landed() {
    inFlight = null;
    stopTimer();
    pacer.free(context.clock().instant());
  }

  private void pump() {
    if (inFlight == null) {
      Optional<Ticket> next = queue.next();
      if (next.isPresent()) {
        sendOrWait(next.get());
      }
    }
  }

  private void sendOrWait(Ticket next) {
    if (!connection.isReady()) {
      connection.need();
      return;
    }
    Instant now = context.clock().instant();
    Duration wait = pacer.waitBefore(next, now);
    if (wait.isZero()) {
      queue.remove(next);
      send(next, now);
    } else {
      after(wait, pumping);
    }
  }

  private void send(Ticket ticket, Instant now) {
    inFlight = ticket;
    counters.sent(ticket.tries() > 0, now);
    ticket.sent();
    pacer.sent(ticket, now);
    silence.sent(now);
    after(ticket.patience().timeout(), timingOut);
    connection.send(ticket.frame());
  }

  private static void fail(Ticket ticket, ModbusException why) {
    ticket.answer().completeExceptionally(why);
  }

  private void after(Duration wait, Runnable action) {
    stopTimer();
    timer = context.timers().schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stopTimer() {
    ScheduledFuture<?> running = timer;
    timer = null;
    if (running != null) {
      running.cancel(false);
    }
  }
}
