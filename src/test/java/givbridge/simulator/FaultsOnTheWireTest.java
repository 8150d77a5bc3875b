package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Stray;
import givbridge.modbus.RequestKey;
import givbridge.modbus.StrayKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault does what its name says, once, and then the answer is good again. */
class FaultsOnTheWireTest {

  private static final RequestKey SETTINGS = RequestKey.holding(0x11, 0, 60);
  private static final RequestKey LIVE = RequestKey.input(0x11, 0, 60);
  private static final RequestKey BATTERY = RequestKey.input(0x32, 60, 60);

  private final SettableTime time = new SettableTime("2026-06-01T11:00:00Z");
  private Simulator simulator;
  private WireClient client;

  @BeforeEach
  void start() throws IOException {
    Habits habits =
        Habits.prompt().withHeartbeat(Duration.ofMillis(400)).withSlowness(Duration.ofMillis(300));
    simulator = Simulator.start(SimulatorOptions.living("gen1-hybrid").with(habits).with(time, 1));
    client = new WireClient(simulator);
    assertGood();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    simulator.close();
  }

  @Test
  void silence() throws IOException {
    Frame good = good(SETTINGS);
    once(FaultKind.SILENCE);
    client.ask(SETTINGS);
    client.ask(LIVE);
    assertThat(((Reply) next()).key()).isEqualTo(LIVE);
    assertThat(good(SETTINGS)).hasToString(good.toString());
  }

  @ParameterizedTest
  @CsvSource({"BAD_CRC,BAD_CRC", "ZEROED_TAIL,BAD_CRC", "NULL_RESPONSE,NULL_RESPONSE"})
  void theAnswerIsNoData(FaultKind kind, StrayKind seen) throws IOException {
    once(kind);
    client.ask(SETTINGS);
    assertThat(next())
        .isInstanceOfSatisfying(Stray.class, stray -> assertThat(stray.kind()).isEqualTo(seen));
    assertGood();
  }

  @Test
  void halfAFrame() throws IOException {
    once(FaultKind.HALF_FRAME);
    client.ask(SETTINGS);
    client.ask(LIVE);
    Frame seen = next();
    assertThat(seen).isInstanceOf(Stray.class);
    while (seen instanceof Stray) {
      seen = next();
    }
    assertThat(((Reply) seen).key()).isEqualTo(LIVE);
  }

  @ParameterizedTest
  @CsvSource({"GARBAGE,JUNK_BYTES", "LAN_CONFIG,LAN_CONFIG"})
  void somethingElseComesFirst(FaultKind kind, StrayKind seen) throws IOException {
    once(kind);
    client.ask(SETTINGS);
    assertThat(next())
        .isInstanceOfSatisfying(Stray.class, stray -> assertThat(stray.kind()).isEqualTo(seen));
    assertThat(((Reply) next()).key()).isEqualTo(SETTINGS);
    assertGood();
  }

  @Test
  void anAllZeroBlock() throws IOException {
    once(FaultKind.ALL_ZERO_BLOCK);
    assertThat(good(SETTINGS).words()).containsOnly(0);
    assertThat(good(SETTINGS).words()[0]).isEqualTo(0x2001);
  }

  @Test
  void aForeignSerial() throws IOException {
    once(FaultKind.FOREIGN_SERIAL);
    assertThat(good(SETTINGS).inverterSerial()).isNotEqualTo("SA2125G301");
    assertThat(good(SETTINGS).inverterSerial()).isEqualTo("SA2125G301");
  }

  @Test
  void aByteSlipInABatteryBlockOnly() throws IOException {
    int[] whole = good(BATTERY).words();
    once(FaultKind.BYTE_SLIP);
    assertThat(good(SETTINGS).words()[0]).isEqualTo(0x2001);
    int[] slipped = good(BATTERY).words();
    assertThat(slipped[0]).isEqualTo(whole[0] >> 8);
    assertThat(slipped[1]).isEqualTo((whole[0] & 0xFF) << 8 | whole[1] >> 8);
    assertThat(good(BATTERY).words()).isEqualTo(whole);
  }

  @Test
  void anErrorReply() throws IOException {
    once(FaultKind.ERROR_REPLY);
    client.ask(LIVE);
    assertThat(next())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.mayAnswer(LIVE)).isTrue());
    assertGood();
  }

  @Test
  void anUnsolicitedReplyOfAnotherBlock() throws IOException {
    once(FaultKind.UNSOLICITED_REPLY);
    client.ask(SETTINGS);
    assertThat(((Reply) next()).key()).isEqualTo(LIVE);
    assertThat(((Reply) next()).key()).isEqualTo(SETTINGS);
    once(FaultKind.UNSOLICITED_REPLY);
    client.ask(LIVE);
    assertThat(((Reply) next()).key()).isEqualTo(SETTINGS);
    assertThat(((Reply) next()).key()).isEqualTo(LIVE);
  }

  @Test
  void aStrayWriteEcho() throws IOException {
    once(FaultKind.STRAY_ECHO);
    client.ask(SETTINGS);
    assertThat(((Reply) next()).key().function()).isEqualTo(Envelope.WRITE_SINGLE);
    assertThat(((Reply) next()).key()).isEqualTo(SETTINGS);
  }

  @Test
  void aSlowAnswer() throws IOException {
    once(FaultKind.SLOW);
    long asked = System.nanoTime();
    good(SETTINGS);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked))
        .isGreaterThanOrEqualTo(300);
  }

  @Test
  void aBrokenConnection() throws IOException {
    once(FaultKind.BROKEN_CONNECTION);
    client.ask(SETTINGS);
    assertThat(client.isHungUpOn()).isTrue();
    client = new WireClient(simulator);
    assertGood();
  }

  @Test
  void aRefusedConnection() throws IOException {
    once(FaultKind.REFUSE_CONNECTIONS);
    try (WireClient refused = new WireClient(simulator)) {
      assertThat(refused.isHungUpOn()).isTrue();
    }
    assertGood();
  }

  @Test
  void aWriteThatIsConfirmedButNotStored() throws IOException {
    once(FaultKind.IGNORE_WRITES);
    client.write(110, 33);
    assertThat(((Reply) next()).words()).containsExactly(33);
    assertThat(good(RequestKey.holding(0x11, 110, 1)).words()).containsExactly(4);
  }

  @Test
  void aWriteThatIsStoredButNotConfirmed() throws IOException {
    once(FaultKind.NO_ECHO);
    client.write(110, 33);
    assertThat(good(RequestKey.holding(0x11, 110, 1)).words()).containsExactly(33);
  }

  @Test
  void aLeakedPacket() throws IOException {
    once(FaultKind.LEAKED_PACKET);
    assertThat(good(RequestKey.holding(0x11, 0, 1)).words()).containsExactly(0x2001);
    int[] words = good(LIVE).words();
    assertThat(words[28]).isEqualTo(0x4C32);
    assertThat(words[41]).isEqualTo(0xC0A8);
    assertGood();
  }

  @Test
  void aZombieSendsHeartbeatsAndNothingElse() throws IOException {
    simulator.inject(FaultKind.ZOMBIE, new FaultSpan.During(Duration.ofMinutes(5)));
    client.ask(SETTINGS);
    client.write(110, 33);
    assertThat(client.next()).isInstanceOf(Heartbeat.class);
    try (WireClient other = new WireClient(simulator)) {
      assertThat(other.next()).isInstanceOf(Heartbeat.class);
    }
    time.pass(Duration.ofMinutes(5));
    assertThat(good(RequestKey.holding(0x11, 110, 1)).words()).containsExactly(4);
  }

  @Test
  void theLevelOfTheBatteryReadsZeroOnce() throws IOException {
    once(FaultKind.SOC_ZERO);
    assertThat(good(SETTINGS).words()[0]).isEqualTo(0x2001);
    assertThat(good(LIVE).words()[59]).isZero();
    assertThat(good(LIVE).words()[59]).isPositive();
  }

  @Test
  void aFaultCanStrikeSeveralTimesAndBeSwitchedOff() throws IOException {
    simulator.inject(FaultKind.ALL_ZERO_BLOCK, new FaultSpan.Times(2));
    assertThat(good(SETTINGS).words()).containsOnly(0);
    assertThat(good(SETTINGS).words()).containsOnly(0);
    assertGood();
    simulator.inject(FaultKind.ALL_ZERO_BLOCK, new FaultSpan.Times(9));
    assertThat(simulator.status()).containsEntry("faults", List.of("all-zero-block"));
    simulator.clearFaults();
    assertGood();
  }

  private void once(FaultKind kind) {
    simulator.inject(kind, new FaultSpan.Times(1));
  }

  private void assertGood() throws IOException {
    assertThat(good(SETTINGS).words()[0]).isEqualTo(0x2001);
  }

  private Reply good(RequestKey key) throws IOException {
    client.ask(key);
    Reply reply = (Reply) next();
    assertThat(reply.key()).isEqualTo(key);
    return reply;
  }

  /** The next frame that is no heartbeat. */
  private Frame next() throws IOException {
    Frame frame = client.next();
    while (frame instanceof Heartbeat) {
      frame = client.next();
    }
    return frame;
  }
}
