package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A lane whose time stands still until it is moved, and whose dongle is the test. */
final class LaneBench {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int STEP = 5;

  final List<String> sent = new ArrayList<>();
  final List<Long> dials = new ArrayList<>();
  final List<Reply> unasked = new ArrayList<>();
  final LaneCounters counters = new LaneCounters(Integer.MAX_VALUE);
  Dialer.Listener dongle;
  String refusingWith = "";
  Duration acceptedBefore = Duration.ZERO;
  int wiresClosed;

  private final EmbeddedChannel clockwork = new EmbeddedChannel();
  private final LanePolicy policy;
  private final Dispatcher dispatcher;
  private long millis;

  private LaneBench(LanePolicy policy) {
    this.policy = policy;
    clockwork.freezeTime();
    LaneContext context =
        new LaneContext("inverter 1", policy, new BenchClock(), clockwork.eventLoop(), () -> 0);
    dispatcher = new Dispatcher(context, this::dial, counters, this::see);
  }

  /** A lane as users have it. */
  static LaneBench usual() {
    return new LaneBench(LanePolicy.defaults());
  }

  /** A lane which neither settles nor throws away the first read. */
  static LaneBench prompt() {
    LanePolicy usual = LanePolicy.defaults();
    ConnectionPolicy connection = usual.connection();
    return new LaneBench(
        new LanePolicy(
            usual.pacing(),
            usual.read(),
            usual.write(),
            usual.probe(),
            new ConnectionPolicy(
                connection.connectTimeout(),
                Duration.ZERO,
                false,
                connection.backoff(),
                connection.giveUp())));
  }

  CompletableFuture<Reply> read(int base) {
    return read(base, Urgency.READ, Effort.NORMAL);
  }

  CompletableFuture<Reply> read(int base, Urgency urgency, Effort effort) {
    return submit(RequestKey.input(0x11, base, 2).toReadRequest(), urgency, effort);
  }

  CompletableFuture<Reply> write(int register, int value, Effort effort) {
    ModbusRequest request = new WriteSingleRegisterRequest(register, new SimpleRegister(value));
    request.setUnitID(0x11);
    return submit(request, Urgency.COMMAND, effort);
  }

  private CompletableFuture<Reply> submit(ModbusRequest request, Urgency urgency, Effort effort) {
    Ticket ticket = new Ticket(request, urgency, effort, policy);
    dispatcher.submit(ticket);
    advance(0);
    return ticket.answer();
  }

  /** The dongle answers a read of two registers. */
  void answerRead(int base) {
    dongle.arrived(Reply.of(RequestKey.input(0x11, base, 2), "EA0000G000", base, 7));
    advance(0);
  }

  void answerWrite(int register, int value) {
    dongle.arrived(Reply.of(RequestKey.write(0x11, register), "EA0000G000", value));
    advance(0);
  }

  /** Moves the time, and runs what becomes due on the way. */
  void advance(long ms) {
    clockwork.runPendingTasks();
    clockwork.runScheduledPendingTasks();
    for (long passed = 0; passed < ms; passed += STEP) {
      millis += STEP;
      clockwork.advanceTimeBy(STEP, TimeUnit.MILLISECONDS);
      clockwork.runScheduledPendingTasks();
    }
  }

  void close() {
    dispatcher.close();
  }

  LaneStatistics statistics() {
    return counters.snapshot(START.plusMillis(millis));
  }

  long strays(StrayKind kind) {
    return statistics().strays().getOrDefault(kind, 0L);
  }

  private void see(Reply reply) {
    unasked.add(reply);
    if (reply.key().base() == 666) {
      throw new IllegalStateException("the observer of the test fails");
    }
  }

  private void dial(Dialer.Listener listener) {
    dials.add(millis);
    dongle = listener;
    if (refusingWith.isEmpty()) {
      listener.opened(new RecordingWire(listener));
    } else {
      listener.failed(refusingWith);
    }
  }

  private final class RecordingWire implements Dialer.Wire {

    private final Dialer.Listener listener;

    RecordingWire(Dialer.Listener listener) {
      this.listener = listener;
    }

    @Override
    public Duration age() {
      return acceptedBefore;
    }

    @Override
    public void send(byte[] frame) {
      Frame decoded = Envelope.decode(frame);
      String what =
          decoded instanceof Heartbeat ? "heartbeat" : ((Request) decoded).key().toString();
      sent.add(millis + ": " + what.replace(" 0x11", "").replaceAll("\\+\\d+$", ""));
    }

    @Override
    public void close() {
      wiresClosed++;
      listener.closed("closed from here");
    }
  }

  private final class BenchClock extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return START.plusMillis(millis);
    }
  }
}
