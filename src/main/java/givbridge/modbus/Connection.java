package givbridge.modbus;

import givbridge.modbus.Dialer.Wire;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a lane: opened when needed, kept, and after failures left alone for a
 * growing while. On the lane's thread only.
 */
final class Connection {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** What the owner hears. */
  interface Owner {

    /** Requests may be sent. */
    void ready();

    /** The connection ended; another one may be asked for at once. */
    void lost();

    /** No connection is to be had for a while; the reason is in words. */
    void unreachable(String reason);

    /** A frame arrived. */
    void arrived(Frame frame);
  }

  private enum State {
    IDLE,
    CONNECTING,
    SETTLING,
    READY,
    BACKING_OFF,
    CLOSED
  }

  private final LaneContext context;
  private final Dialer dialer;
  private final LaneCounters counters;
  private final Owner owner;
  private State state = State.IDLE;
  private @Nullable Session session;
  private @Nullable ScheduledFuture<?> timer;
  private int failures;
  private Instant retryAt = Instant.EPOCH;
  private Instant offlineSince = Instant.EPOCH;
  private String trouble = "";
  private boolean toldIdleClose;

  Connection(LaneContext context, Dialer dialer, LaneCounters counters, Owner owner) {
    this.context = context;
    this.dialer = dialer;
    this.counters = counters;
    this.owner = owner;
  }

  /** Why no request can be taken now, if so. */
  Optional<String> unavailable() {
    return switch (state) {
      case CLOSED -> Optional.of("it was closed");
      case BACKING_OFF -> {
        Duration left = Duration.between(context.clock().instant(), retryAt);
        yield Optional.of(trouble + "; next attempt in " + Math.max(0, left.toSeconds()) + " s");
      }
      default -> Optional.empty();
    };
  }

  boolean isReady() {
    return state == State.READY;
  }

  /** Opens a connection unless there is one, or one is on its way. */
  void need() {
    if (state == State.IDLE) {
      state = State.CONNECTING;
      Session opening = new Session();
      session = opening;
      dialer.dial(opening);
    }
  }

  /** Sends a frame; without an open connection nothing happens. */
  void send(byte[] frame) {
    Session open = session;
    if (open != null && open.wire != null) {
      open.wire.send(frame);
    }
  }

  /** The answer to a request came: this connection works. */
  void proven() {
    Session open = session;
    if (open != null) {
      open.proven = true;
    }
    if (failures > 0) {
      Duration away = Duration.between(offlineSince, context.clock().instant());
      LOG.info("{} answers again after {} s", context.name(), away.toSeconds());
    }
    failures = 0;
  }

  /** Whether the answer to a read is to be thrown away, as the first on this connection. */
  boolean takeFirstRead() {
    Session open = session;
    boolean first = open != null && open.fresh;
    if (open != null) {
      open.fresh = false;
    }
    return first && policy().discardFirstRead();
  }

  /** Gives up the open connection; the next one comes after a while. */
  void giveUp(String reason) {
    end();
    counters.lost();
    backOff(reason);
  }

  /** Closes for ever. */
  void close() {
    end();
    counters.closed();
    state = State.CLOSED;
  }

  /** A proven connection ended; idle ones are told once, as many dongles hang up after 10 s. */
  void tellLost(boolean idle) {
    if (!idle) {
      counters.lost();
      LOG.info("{} closed the connection while a request waited", context.name());
      return;
    }
    counters.closedIdle();
    if (!toldIdleClose) {
      toldIdleClose = true;
      LOG.info("{} closes idle connections; they are opened again when needed", context.name());
    }
  }

  private void end() {
    Session ended = session;
    session = null;
    stopTimer();
    if (ended != null && ended.wire != null) {
      ended.wire.close();
    }
  }

  private void backOff(String reason) {
    failures++;
    trouble = reason;
    state = State.BACKING_OFF;
    Duration wait = policy().backoff().after(failures, context.random().getAsDouble());
    retryAt = context.clock().instant().plus(wait);
    if (failures == 1) {
      offlineSince = context.clock().instant();
      LOG.warn("{} is offline: {}; trying again from time to time", context.name(), reason);
    } else {
      LOG.debug("{} is still offline: {}; waiting {}", context.name(), reason, wait);
    }
    after(wait, () -> state = State.IDLE);
    owner.unreachable(reason);
  }

  private void settled() {
    state = State.READY;
    owner.ready();
  }

  private ConnectionPolicy policy() {
    return context.policy().connection();
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

  /** One connection; once replaced, what it still tells is not heard. */
  private final class Session implements Dialer.Listener {

    private @Nullable Wire wire;
    private boolean fresh = true;
    private boolean proven;

    private boolean replaced() {
      return session != this;
    }

    @Override
    public void opened(Wire opened) {
      if (replaced()) {
        opened.close();
        return;
      }
      wire = opened;
      counters.opened();
      LOG.debug("{} accepted a connection", context.name());
      state = State.SETTLING;
      Duration settle = policy().settle().minus(opened.age());
      if (settle.isZero() || settle.isNegative()) {
        settled();
      } else {
        after(settle, Connection.this::settled);
      }
    }

    @Override
    public void failed(String reason) {
      if (!replaced()) {
        session = null;
        counters.connectFailed();
        backOff(reason);
      }
    }

    @Override
    public void arrived(Frame frame) {
      if (!replaced()) {
        owner.arrived(frame);
      }
    }

    /**
     * A connection that ends before it gave any answer counts as failed, lest a dongle which
     * accepts and hangs up is dialled without pause.
     */
    @Override
    public void closed(String reason) {
      if (replaced()) {
        return;
      }
      session = null;
      stopTimer();
      if (proven) {
        state = State.IDLE;
        owner.lost();
      } else {
        counters.lost();
        backOff(reason + " before it answered anything");
      }
    }
  }
}
