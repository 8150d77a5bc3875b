package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.LanePolicy.Backoff;
import givbridge.modbus.LanePolicy.ConnectionPolicy;
import givbridge.modbus.LanePolicy.GiveUp;
import givbridge.modbus.LanePolicy.Pacing;
import givbridge.modbus.LanePolicy.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lane over real sockets, through j2mod's transport and transactions. */
@Timeout(20)
class LoopbackTest {

  private static final String DONGLE = "WG0000G000";
  private static final String INVERTER = "EA0000G000";
  private static final int SILENT = 900;
  private static final int REFUSED = 901;
  private static final Duration SHORT = Duration.ofMillis(40);
  private static final LanePolicy POLICY =
      new LanePolicy(
          new Pacing(Duration.ZERO, Duration.ZERO, Duration.ZERO),
          new Patience(Duration.ofSeconds(2), 2, SHORT),
          new Patience(Duration.ofSeconds(2), 2, SHORT),
          new Patience(SHORT, 1, SHORT),
          new ConnectionPolicy(
              Duration.ofSeconds(3),
              Duration.ZERO,
              false,
              new Backoff(SHORT, SHORT),
              new GiveUp(Duration.ofSeconds(60), 3)));

  private final List<Reply> unasked = new CopyOnWriteArrayList<>();
  private final Lanes lanes = new Lanes(Clock.systemUTC());
  private FakeDongle dongle;
  private Lane lane;
  private DeviceLink link;

  @BeforeEach
  void open() throws IOException {
    dongle = new FakeDongle(LoopbackTest::answer);
    lane = lanes.lane(address(dongle.port()), POLICY, unasked::add);
    link = new TransactionLink(lane);
  }

  @AfterEach
  void close() throws IOException {
    lanes.close();
    dongle.close();
  }

  @Test
  void allKindsOfReadsGiveTheirWords() throws ModbusException {
    assertThat(read(RequestKey.input(0x32, 60, 3))).containsExactly(60, 61, 62);
    assertThat(read(RequestKey.holding(0x11, 5, 2))).containsExactly(5, 6);
    assertThat(read(RequestKey.meterProduct(0x01, 60, 1))).containsExactly(60);
    assertThat(dongle.connections).hasValue(1);
    assertThat(lane.isConnected()).isTrue();
    assertThat(lane.name()).isEqualTo("inverter 1 (127.0.0.1:%d)".formatted(dongle.port()));
  }

  @Test
  void aWriteGivesTheValueStored() throws ModbusException {
    assertThat(link.write(0x11, 94, 1700, Effort.NORMAL)).isEqualTo(1700);
  }

  @Test
  void aRefusalReachesTheCallerAsSuch() {
    assertThatThrownBy(() -> read(RequestKey.input(0x11, REFUSED, 1)))
        .isInstanceOf(RefusedByDeviceException.class)
        .hasMessageContaining("refused: read input 0x11 901+1 (2 tries)");
  }

  @Test
  void silenceReachesTheCallerAsSuch() {
    assertThatThrownBy(
            () -> link.read(RequestKey.input(0x11, SILENT, 1), Urgency.READ, Effort.PROBE))
        .isInstanceOf(ModbusIOException.class)
        .hasMessageContaining("did not answer: read input 0x11 900+1 (1 try of 40 ms)");
  }

  @Test
  void heartbeatsComeBackWhileARequestWaits() throws IOException {
    byte[] heartbeat = Envelope.encodeHeartbeat(new Heartbeat(1, DONGLE, 1));
    var answer =
        lane.submit(RequestKey.input(0x11, SILENT, 1).toReadRequest(), Urgency.READ, Effort.NORMAL);
    await().until(() -> dongle.received.size() == 1);
    dongle.send(heartbeat);

    await().until(() -> dongle.received.contains(new Heartbeat(1, DONGLE, 1)));
    assertThat(answer).isNotDone();
    assertThat(lane.statistics().heartbeats()).isEqualTo(1);
  }

  @Test
  void theRepliesToOthersReachTheObserver() throws Exception {
    read(RequestKey.input(0x11, 0, 1));
    dongle.send(answer(RequestKey.holding(0x11, 180, 2)));

    await().until(() -> unasked.size() == 1);
    assertThat(unasked.get(0).words()).containsExactly(180, 181);
  }

  @Test
  void aConnectionThatWasHungUpIsOpenedAgain() throws Exception {
    read(RequestKey.input(0x11, 0, 1));
    dongle.hangUp();
    await().until(() -> !lane.isConnected());

    assertThat(read(RequestKey.input(0x11, 7, 1))).containsExactly(7);
    assertThat(dongle.connections).hasValue(2);
    assertThat(lane.statistics().connections().idleCloses()).isEqualTo(1);
  }

  @Test
  void aPortWhereNobodyListensIsToldAtOnce() throws IOException {
    try (Lane away = lanes.lane(address(freePort()), POLICY, reply -> {})) {
      DeviceLink gone = new TransactionLink(away);
      assertThatThrownBy(() -> gone.write(0x11, 20, 1, Effort.NORMAL))
          .isInstanceOf(ModbusIOException.class)
          .hasMessageContaining("is offline: no connection")
          .hasMessageContaining("The request was not sent: write 0x11 20+1");
    }
  }

  @Test
  void aHostNameThatIsUnknownIsToldAsSuch() {
    LaneAddress nowhere = new LaneAddress("inverter 2", "no-such-host.invalid", 8899);
    DeviceLink gone = new TransactionLink(lanes.lane(nowhere, POLICY, reply -> {}));

    assertThatThrownBy(() -> gone.write(0x11, 20, 1, Effort.NORMAL))
        .hasMessageContaining("the host name no-such-host.invalid is unknown");
  }

  @Test
  void manyCallersShareTheOneConnection() {
    List<CompletableFuture<int[]>> answers = new ArrayList<>();
    for (int base = 0; base < 40; base++) {
      RequestKey key = RequestKey.input(0x11, base, 1);
      answers.add(CompletableFuture.supplyAsync(() -> unchecked(key)));
    }

    assertThat(answers.stream().map(answer -> answer.join()[0]))
        .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    assertThat(dongle.connections).hasValue(1);
  }

  @Test
  void aConnectionThatWasBegunBeforeIsTheFirstOfItsLane() throws Exception {
    EarlyDial dial = new EarlyDial(address(dongle.port()), Duration.ofSeconds(3));
    dial.run();
    Lane early = lanes.lane(address(dongle.port()), POLICY, unasked::add, Optional.of(dial));
    DeviceLink registers = new TransactionLink(early);

    assertThat(registers.write(0x11, 94, 1700, Effort.NORMAL)).isEqualTo(1700);
    assertThat(dongle.connections).hasValue(1);

    dongle.hangUp();
    await().until(() -> !early.isConnected());
    assertThat(registers.write(0x11, 94, 1800, Effort.NORMAL)).isEqualTo(1800);
    assertThat(dongle.connections).hasValue(2);
  }

  @Test
  void aConnectionThatWasBegunInVainIsToldAsSuch() throws IOException {
    assertThatThrownBy(() -> earlyWrite(address(freePort())))
        .hasMessageContaining("is offline: no connection, Connection refused");
    assertThatThrownBy(
            () -> earlyWrite(new LaneAddress("inverter 2", "no-such-host.invalid", 8899)))
        .hasMessageContaining("no connection, the host name no-such-host.invalid is unknown");
  }

  @Test
  void anEarlyConnectionThatCannotBeTakenOverIsToldAsSuch() throws IOException {
    EarlyDial dial = new EarlyDial(address(dongle.port()), Duration.ofSeconds(3));
    dial.run();
    dial.accepted().join().socket().close();
    Lane early = lanes.lane(address(dongle.port()), POLICY, unasked::add, Optional.of(dial));
    DeviceLink registers = new TransactionLink(early);

    assertThatThrownBy(() -> registers.write(0x11, 94, 1700, Effort.NORMAL))
        .hasMessageContaining("is offline: no connection, ");
  }

  private void earlyWrite(LaneAddress address) throws ModbusException {
    EarlyDial dial = new EarlyDial(address, Duration.ofSeconds(3));
    dial.run();
    Lane early = lanes.lane(address, POLICY, unasked::add, Optional.of(dial));
    new TransactionLink(early).write(0x11, 94, 1700, Effort.NORMAL);
  }

  @Test
  void anEarlyConnectionThatNobodyTookIsClosed() {
    EarlyDial taken = new EarlyDial(address(dongle.port()), Duration.ofSeconds(3));
    taken.run();
    EarlyDial late = new EarlyDial(address(dongle.port()), Duration.ofSeconds(3));
    late.close();
    late.run();
    taken.close();

    assertThat(taken.accepted().join().socket().isOpen()).isFalse();
    assertThat(late.accepted()).isCancelled();
  }

  @Test
  void anInterruptedCallerGoesAway() throws InterruptedException {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                read(RequestKey.input(0x11, SILENT, 1));
              } catch (ModbusException e) {
                failure.complete(e);
              }
            });
    caller.start();
    await().until(() -> !dongle.received.isEmpty());
    caller.interrupt();
    caller.join();

    assertThat(failure.join())
        .isInstanceOf(ModbusIOException.class)
        .hasMessageContaining("interrupted while waiting for inverter 1");
  }

  @Test
  void afterTheLanesAreClosedCallersHearIt() throws ModbusException {
    read(RequestKey.input(0x11, 0, 1));
    lanes.close();
    lane.close();

    assertThatThrownBy(() -> read(RequestKey.input(0x11, 0, 1)))
        .isInstanceOf(ModbusIOException.class)
        .hasMessageContaining("it was closed");
    assertThat(lane.isConnected()).isFalse();
  }

  @Test
  void theTransportAsksOnlyAndInOrder() throws IOException {
    GivEnergyTransport transport = new GivEnergyTransport(lane, Urgency.READ, Effort.NORMAL);

    assertThatThrownBy(transport::readResponse).hasMessage("no request was written before");
    assertThatThrownBy(() -> transport.readRequest(null)).hasMessageContaining("replies only");
    assertThatThrownBy(() -> transport.writeResponse(null)).hasMessageContaining("requests only");
    transport.writeRequest(RequestKey.input(0x11, 0, 1).toReadRequest());
    transport.close();
    assertThatThrownBy(transport::readResponse).hasMessage("no request was written before");
  }

  @Test
  void theLaneCanBeCalledWithPlainRequests() throws ModbusException {
    ReadInputRegistersRequest request = new ReadInputRegistersRequest(3, 2);
    request.setUnitID(0x11);

    assertThat(lane.call(request, Urgency.COMMAND, Effort.NORMAL).words()).containsExactly(3, 4);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private int[] read(RequestKey key) throws ModbusException {
    return link.read(key, Urgency.READ, Effort.NORMAL);
  }

  private int[] unchecked(RequestKey key) {
    try {
      return read(key);
    } catch (ModbusException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LaneAddress address(int port) {
    return new LaneAddress("inverter 1", "127.0.0.1", port);
  }

  /** Each register holds its own number; some are silent or refused. */
  private static List<byte[]> answer(Request request) {
    RequestKey key = request.key();
    if (key.base() == SILENT) {
      return List.of();
    }
    if (key.base() == REFUSED) {
      return List.of(
          Envelope.encodeRefusal(
              DONGLE, new Refusal(key.address(), key.function(), key.base(), 0, INVERTER)));
    }
    if (request.request() instanceof WriteSingleRegisterRequest write) {
      int value = write.getRegister().getValue();
      return List.of(Envelope.encodeReply(DONGLE, Reply.of(key, INVERTER, value)));
    }
    return List.of(answer(key));
  }

  private static byte[] answer(RequestKey key) {
    int[] words = IntStream.range(key.base(), key.base() + key.count()).toArray();
    return Envelope.encodeReply(DONGLE, Reply.of(key, INVERTER, words));
  }
}
