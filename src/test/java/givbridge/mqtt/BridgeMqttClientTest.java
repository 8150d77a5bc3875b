package givbridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import givbridge.testing.TcpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(90)
class BridgeMqttClientTest {
  private static final MqttPatience QUICK =
      new MqttPatience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          5000);
  private static final LastWord OFFLINE = new LastWord("root/status", "offline");

  @RegisterExtension private final Opened opened = new Opened();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  private EmbeddedBroker broker() {
    return opened.add(EmbeddedBroker.start(0));
  }

  private BridgeMqttClient client(int port, MqttPatience patience) {
    MqttDoor door = new MqttDoor("127.0.0.1:" + port, Optional.empty(), Optional.empty());
    MqttClients clients = opened.add(new MqttClients(door, patience));
    BridgeMqttClient client =
        clients.open(
            new MqttClientName("bridge-test", "inverter 1", Optional.of(OFFLINE)),
            connections::incrementAndGet);
    client.setCallback(new Commands());
    client.subscribe("root/control/#", 1);
    return client;
  }

  private void awaitConnections(int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAtomic(connections, org.hamcrest.Matchers.is(count));
  }

  private static MqttMessage message(String payload, int qos, boolean retained) {
    MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
    message.setQos(qos);
    message.setRetained(retained);
    return message;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A busy machine may need long; nothing waits longer than it must. */
  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(25));
  }

  @Test
  void publishesRetainedValuesWhichALaterSubscriberSeesAsRetained() throws Exception {
    EmbeddedBroker broker = broker();
    BridgeMqttClient client = client(broker.port(), QUICK);
    awaitConnections(1);
    client.publish("root/power", message("230", 0, true));
    client.publish("root/energy", message("7.5", 1, true));
    Subscriber late = opened.add(new Subscriber(broker.uri(), "root/+"));
    patiently()
        .untilAsserted(
            () ->
                assertThat(late.received())
                    .containsExactlyInAnyOrder(
                        new Received("root/power", "230", true),
                        new Received("root/energy", "7.5", true)));
  }

  @Test
  void losesNoneOfManyMessagesAndKeepsTheirOrder() throws Exception {
    EmbeddedBroker broker = broker();
    BridgeMqttClient client = client(broker.port(), QUICK);
    Subscriber subscriber = opened.add(new Subscriber(broker.uri(), "root/many"));
    awaitConnections(1);
    for (int i = 0; i < 3000; i++) {
      client.publish("root/many", message(Integer.toString(i), 0, false));
    }
    patiently().untilAsserted(() -> assertThat(subscriber.received()).hasSize(3000));
    assertThat(subscriber.payloads())
        .isEqualTo(IntStream.range(0, 3000).mapToObj(Integer::toString).toList());
    assertThat(client.dropped()).isZero();
  }

  @Test
  void connectsByItselfWhenTheBrokerComesLaterAndDropsUntilThen() throws Exception {
    int port = freePort();
    BridgeMqttClient client = client(port, QUICK);
    client.publish("root/power", message("1", 0, false));
    client.publish("root/power", message("2", 1, false));
    assertThat(client.dropped()).isEqualTo(2);
    EmbeddedBroker broker = opened.add(EmbeddedBroker.start(port));
    awaitConnections(1);
    awaitCommand(broker, "hello");
  }

  private void awaitCommand(EmbeddedBroker broker, String text) throws MqttException {
    Subscriber sender = opened.add(new Subscriber(broker.uri(), "nothing"));
    patiently()
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              sender.send("root/control/mode", text, false);
              assertThat(commands).contains("root/control/mode=" + text);
            });
  }

  @Test
  void subscribesAgainAndTellsItsListenerAfterTheBrokerWasRestarted() throws Exception {
    EmbeddedBroker first = broker();
    BridgeMqttClient client = client(first.port(), QUICK);
    awaitConnections(1);
    awaitCommand(first, "before");
    opened.close(first);
    patiently().until(() -> !client.isConnected());
    client.publish("root/power", message("1", 0, false));
    assertThat(client.dropped()).isPositive();
    EmbeddedBroker second = opened.add(EmbeddedBroker.start(first.port()));
    awaitConnections(2);
    awaitCommand(second, "after");
  }

  @Test
  void forgetsASubscriptionThatIsTakenBack() throws Exception {
    EmbeddedBroker broker = broker();
    BridgeMqttClient client = client(broker.port(), QUICK);
    client.subscribe("root/other", 0);
    awaitConnections(1);
    awaitCommand(broker, "there");
    client.unsubscribe("root/control/#");
    Subscriber sender = opened.add(new Subscriber(broker.uri(), "nothing"));
    patiently()
        .untilAsserted(
            () -> {
              int before = commands.size();
              sender.send("root/control/mode", "gone", false);
              sender.send("root/other", "last", false);
              patiently().until(() -> commands.contains("root/other=last"));
              assertThat(commands.subList(before, commands.size()))
                  .doesNotContain("root/control/mode=gone");
            });
  }

  @Test
  void triesAgainWhenABrokerTakesTheConnectionButSaysNothing() throws Exception {
    EmbeddedBroker broker = broker();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port()));
    proxy.freeze();
    client(proxy.port(), QUICK);
    assertThat(connections).hasValue(0);
    await()
        .during(Duration.ofMillis(1700))
        .atMost(Duration.ofSeconds(4))
        .until(() -> connections.get() == 0);
    proxy.thaw();
    await().atMost(Duration.ofSeconds(10)).until(() -> connections.get() > 0);
    awaitCommand(broker, "thawed");
  }

  @Test
  void sendsGatheredMessagesTogetherAndOthersAtOnce() throws Exception {
    EmbeddedBroker broker = broker();
    List<Integer> pieces = new CopyOnWriteArrayList<>();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port(), bytes -> pieces.add(bytes.length)));
    BridgeMqttClient client = client(proxy.port(), QUICK);
    Subscriber subscriber = opened.add(new Subscriber(broker.uri(), "root/many"));
    awaitConnections(1);
    awaitCommand(broker, "there");
    int before = pieces.size();
    client.gather();
    for (int i = 0; i < 100; i++) {
      client.publish("root/many", message(Integer.toString(i), 0, false));
    }
    client.publish("root/result", message("in between", 1, false));
    patiently().untilAsserted(() -> assertThat(subscriber.received()).hasSize(100));
    assertThat(pieces.size() - before).as("a result takes with it what waits").isLessThan(10);
    client.publish("root/many", message("waits", 0, false));
    client.send();
    client.publish("root/many", message("at once", 0, false));
    patiently()
        .untilAsserted(() -> assertThat(subscriber.payloads()).endsWith("99", "waits", "at once"));
  }

  @Test
  void aHungBrokerHoldsAWriterOnlyUntilItIsGivenUp() throws Exception {
    EmbeddedBroker broker = broker();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port()));
    BridgeMqttClient client =
        client(
            proxy.port(),
            new MqttPatience(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                300));
    awaitConnections(1);
    awaitCommand(broker, "before");
    proxy.freeze();
    String large = "x".repeat(20_000);
    for (int i = 0; i < 2000; i++) {
      client.publish("root/large", message(large, 0, false));
    }
    assertThat(client.dropped()).isPositive();
    await().atMost(Duration.ofSeconds(12)).until(() -> !client.isConnected());
    proxy.cut();
    proxy.thaw();
    await().atMost(Duration.ofSeconds(10)).until(() -> connections.get() >= 2);
    awaitCommand(broker, "after");
  }

  @Test
  void leavesItsLastWordToTheBrokerWhenTheConnectionIsCut() throws Exception {
    EmbeddedBroker broker = broker();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port()));
    client(proxy.port(), QUICK);
    Subscriber subscriber = opened.add(new Subscriber(broker.uri(), "root/status"));
    awaitConnections(1);
    proxy.cut();
    patiently().untilAsserted(() -> assertThat(subscriber.payloads()).contains("offline"));
    awaitConnections(2);
  }

  @Test
  void saysItsLastWordItselfAndRetainedWhenItIsClosed() throws Exception {
    EmbeddedBroker broker = broker();
    BridgeMqttClient client = client(broker.port(), QUICK);
    awaitConnections(1);
    Duration took = timed(client::close);
    assertThat(took).isLessThan(Duration.ofSeconds(3));
    Subscriber late = opened.add(new Subscriber(broker.uri(), "root/status"));
    patiently()
        .untilAsserted(
            () ->
                assertThat(late.received())
                    .containsExactly(new Received("root/status", "offline", true)));
    client.publish("root/power", message("1", 0, false));
    assertThat(client.dropped()).isOne();
  }

  @Test
  void closesWithinTwoSecondsEvenWhenTheBrokerHangs() throws Exception {
    EmbeddedBroker broker = broker();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port()));
    BridgeMqttClient client = client(proxy.port(), MqttPatience.usual());
    awaitConnections(1);
    proxy.freeze();
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> publishMuch(client));
    assertThat(timed(client::close)).isLessThan(Duration.ofSeconds(3));
    writer.get(3, TimeUnit.SECONDS);
    assertThat(client.dropped()).isPositive();
  }

  private static void publishMuch(BridgeMqttClient client) {
    String large = "x".repeat(20_000);
    try {
      for (int i = 0; i < 2000; i++) {
        client.publish("root/large", message(large, 0, false));
      }
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void throwsWhenAHungBrokerDoesNotAcknowledge() throws Exception {
    EmbeddedBroker broker = broker();
    TcpProxy proxy = opened.add(new TcpProxy(broker.port()));
    BridgeMqttClient client = client(proxy.port(), QUICK);
    awaitConnections(1);
    proxy.freeze();
    assertThatThrownBy(() -> client.publish("root/result", message("1", 1, false)))
        .isInstanceOf(MqttException.class);
    assertThat(timed(client::close)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void goesOnAfterAMessageThatTheReceiverCannotHandle() throws Exception {
    EmbeddedBroker broker = broker();
    BridgeMqttClient client = client(broker.port(), QUICK);
    awaitConnections(1);
    awaitCommand(broker, "bad");
    awaitCommand(broker, "good");
    assertThat(client.isConnected()).isTrue();
    assertThat(connections).hasValue(1);
  }

  private static Duration timed(Runnable task) {
    long began = System.nanoTime();
    task.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Keeps commands as topic=payload, and fails with those that are bad. */
  private final class Commands implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      String payload = new String(message.getPayload(), StandardCharsets.UTF_8);
      commands.add(topic + "=" + payload);
      if (payload.equals("bad")) {
        throw new IllegalArgumentException("bad");
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
