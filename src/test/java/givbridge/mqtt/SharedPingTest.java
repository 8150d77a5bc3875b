package givbridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import givbridge.testing.TcpProxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What keeps connections alive, without a thread for each. */
@Timeout(90)
class SharedPingTest {
  private static final int PINGREQ = 0xC0;
  private static final MqttPatience QUICK =
      new MqttPatience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          100);

  @RegisterExtension private final Opened opened = new Opened();

  private MqttClients clients(TcpProxy proxy) {
    return opened.add(
        new MqttClients(
            new MqttDoor("127.0.0.1:" + proxy.port(), Optional.empty(), Optional.empty()), QUICK));
  }

  private static BridgeMqttClient open(MqttClients clients, String name, AtomicInteger count) {
    return clients.open(new MqttClientName(name, name, Optional.empty()), count::incrementAndGet);
  }

  private static boolean isPing(byte[] bytes) {
    return bytes.length == 2 && (bytes[0] & 0xFF) == PINGREQ;
  }

  private static List<String> threads(String word) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains(word))
        .toList();
  }

  @Test
  void silentConnectionsAreKeptByPingsFromOneThread() throws Exception {
    EmbeddedBroker broker = opened.add(EmbeddedBroker.start(0));
    List<byte[]> sent = new CopyOnWriteArrayList<>();
    MqttClients clients = clients(opened.add(new TcpProxy(broker.port(), sent::add)));
    AtomicInteger connections = new AtomicInteger();
    BridgeMqttClient one = open(clients, "ping-one", connections);
    BridgeMqttClient two = open(clients, "ping-two", connections);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sent.stream().filter(SharedPingTest::isPing).count() >= 6);

    assertThat(one.isConnected() && two.isConnected()).isTrue();
    assertThat(connections).as("none was ever lost").hasValue(2);
    assertThat(threads("MQTT Ping")).isEmpty();
    assertThat(threads("MQTT Rec: ping-")).hasSize(2);
  }

  @Test
  void aConnectionThatIsDeadIsGivenUpAndMadeAgain() throws Exception {
    EmbeddedBroker broker = opened.add(EmbeddedBroker.start(0));
    TcpProxy dying = opened.add(new TcpProxy(broker.port()));
    AtomicInteger connections = new AtomicInteger();
    BridgeMqttClient client = open(clients(dying), "ping-dying", connections);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(connections, org.hamcrest.Matchers.is(1));

    dying.freeze();
    await().atMost(Duration.ofSeconds(12)).until(() -> !client.isConnected());

    dying.cut();
    dying.thaw();
    await().atMost(Duration.ofSeconds(15)).until(() -> connections.get() >= 2);
    await().atMost(Duration.ofSeconds(15)).until(() -> threads("mqtt-disconnect").isEmpty());
  }

  @Test
  void aClientThatIsClosedIsLookedAfterNoMore() throws Exception {
    EmbeddedBroker broker = opened.add(EmbeddedBroker.start(0));
    List<byte[]> sent = new CopyOnWriteArrayList<>();
    MqttClients clients = clients(opened.add(new TcpProxy(broker.port(), sent::add)));
    AtomicInteger connections = new AtomicInteger();
    BridgeMqttClient one = open(clients, "ping-closed", connections);
    BridgeMqttClient two = open(clients, "ping-stays", connections);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(connections, org.hamcrest.Matchers.is(2));

    clients.end(one);
    int before = sent.size();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sent.subList(before, sent.size()).stream().anyMatch(SharedPingTest::isPing));
    assertThat(two.isConnected()).isTrue();
    assertThat(one.isConnected()).isFalse();
  }
}
