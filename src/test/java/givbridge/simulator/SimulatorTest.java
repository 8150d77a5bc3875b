package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A plant over a real socket, with the habits of a dongle. */
class SimulatorTest {

  private static final RequestKey SETTINGS = RequestKey.holding(0x11, 0, 60);
  private static final RequestKey BATTERY = RequestKey.input(0x32, 60, 60);

  @Test
  void aReadGetsTheWordsWithTheSerialOfTheInverter() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen1-hybrid"));
        WireClient client = new WireClient(simulator)) {
      client.ask(SETTINGS);
      Reply reply = (Reply) client.next();
      assertThat(reply.key()).isEqualTo(SETTINGS);
      assertThat(reply.inverterSerial()).isEqualTo("SA2125G301");
      assertThat(reply.words()[0]).isEqualTo(0x2001);
      client.ask(BATTERY);
      assertThat(((Reply) client.next()).key()).isEqualTo(BATTERY);
    }
  }

  @Test
  void aWriteIsConfirmedWithTheValueAndReadBack() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen1-hybrid"));
        WireClient client = new WireClient(simulator)) {
      client.write(110, 25);
      Reply echo = (Reply) client.next();
      assertThat(echo.key()).isEqualTo(RequestKey.write(0x11, 110));
      assertThat(echo.words()).containsExactly(25);
      assertThat(word(client, 110)).isEqualTo(25);
    }
  }

  @Test
  void aValueThatARealUnitRefusesIsRefused() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("ac-coupled"));
        WireClient client = new WireClient(simulator)) {
      client.write(313, 0);
      assertThat(client.next()).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void anAddressWithoutADeviceIsSilent() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen2-hybrid"));
        WireClient client = new WireClient(simulator)) {
      client.ask(RequestKey.input(0x33, 60, 60));
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void everyAnswerGoesToAllClients() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen2-hybrid"));
        WireClient one = new WireClient(simulator);
        WireClient two = new WireClient(simulator)) {
      await().until(() -> simulator.status().get("clients").equals(2));
      one.ask(SETTINGS);
      assertThat(((Reply) one.next()).key()).isEqualTo(SETTINGS);
      assertThat(((Reply) two.next()).key()).isEqualTo(SETTINGS);
    }
  }

  @Test
  void aClientThatAnswersHeartbeatsStaysAndOneThatDoesNotIsHungUpOnAfterThree() throws IOException {
    Habits fast = Habits.prompt().withHeartbeat(Duration.ofMillis(50));
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen2-hybrid").with(fast));
        WireClient good = new WireClient(simulator);
        WireClient bad = new WireClient(simulator)) {
      for (int i = 0; i < 6; i++) {
        Heartbeat heartbeat = (Heartbeat) good.next();
        assertThat(heartbeat.dongleSerial()).isEqualTo("WJ2302G102");
        good.send(Envelope.encodeHeartbeat(heartbeat));
      }
      for (int i = 0; i < 3; i++) {
        assertThat(bad.next()).isInstanceOf(Heartbeat.class);
      }
      assertThat(bad.isHungUpOn()).isTrue();
    }
  }

  @Test
  void anIdleClientIsHungUpOn() throws IOException {
    Habits hasty = Habits.prompt().withIdleClose(Duration.ofMillis(100));
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen2-hybrid").with(hasty));
        WireClient client = new WireClient(simulator)) {
      assertThat(client.isHungUpOn()).isTrue();
      await().until(() -> simulator.status().get("clients").equals(0));
    }
  }

  @Test
  void twoRequestsTooCloseToEachOtherAreBothLost() throws IOException {
    Habits clumsy =
        Habits.prompt()
            .withLatency(Duration.ofMillis(20), Duration.ofMillis(20))
            .withCollision(Duration.ofSeconds(10));
    try (Simulator simulator =
            Simulator.start(SimulatorOptions.living("gen2-hybrid").with(clumsy));
        WireClient client = new WireClient(simulator)) {
      client.ask(SETTINGS);
      client.ask(BATTERY);
      await().until(() -> simulator.status().get("requests").equals(2L));
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void anAnswerTakesItsTime() throws IOException {
    try (Simulator simulator =
            Simulator.start(SimulatorOptions.living("gen2-hybrid").with(Habits.measured()));
        WireClient client = new WireClient(simulator)) {
      long asked = System.nanoTime();
      client.ask(SETTINGS);
      client.next();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked))
          .isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void aRestartIsConfirmedAndEndsTheConnections() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.living("gen1-hybrid"));
        WireClient client = new WireClient(simulator)) {
      client.write(163, 100);
      assertThat(client.next()).isInstanceOf(Reply.class);
      assertThat(client.isHungUpOn()).isTrue();
    }
  }

  @Test
  void timeCanBeMadeToRunFaster() throws IOException {
    SettableTime time = new SettableTime("2026-06-01T11:00:00Z");
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.living("gen1-hybrid").with(time, 60))) {
      time.pass(Duration.ofMinutes(1));
      assertThat(simulator.status().get("time")).isEqualTo("2026-06-01T12:00:00Z");
      simulator.accelerate(0);
      time.pass(Duration.ofMinutes(1));
      assertThat(simulator.status())
          .containsEntry("time", "2026-06-01T12:00:00Z")
          .containsEntry("factor", 0.0);
    }
  }

  @Test
  void severalPlantsCanShareAThread() throws IOException {
    NioEventLoopGroup thread = new NioEventLoopGroup(1);
    try (Simulator one = Simulator.start(SimulatorOptions.living("gen1-hybrid"), thread);
        Simulator two = Simulator.start(SimulatorOptions.living("ac-coupled"), thread);
        WireClient client = new WireClient(two)) {
      assertThat(one.port()).isNotEqualTo(two.port());
      client.ask(SETTINGS);
      assertThat(((Reply) client.next()).words()[0]).isEqualTo(0x3001);
      assertThat(one.httpPort()).isEmpty();
    } finally {
      thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  @Test
  void anUnknownProfileIsNamedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulator.start(SimulatorOptions.living("gen9")))
        .withMessageContaining("gen9")
        .withMessageContaining("gen1-hybrid");
  }

  @Test
  void anotherSeedGivesAnotherDay() {
    SettableTime time = new SettableTime("2026-06-01T11:00:00Z");
    SimulatorOptions options = SimulatorOptions.living("gen1-hybrid").with(time, 1);
    try (Simulator one = Simulator.start(options.withSeed(1));
        Simulator same = Simulator.start(options.withSeed(1));
        Simulator other = Simulator.start(options.withSeed(2).at("127.0.0.1", 0))) {
      assertThat(one.status()).isEqualTo(same.status()).isNotEqualTo(other.status());
    }
  }

  private static int word(WireClient client, int register) throws IOException {
    client.ask(RequestKey.holding(0x11, register, 1));
    Frame frame = client.next();
    return ((Reply) frame).words()[0];
  }
}
