package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A program whose broker is absent at first, comes, goes and comes back without its memory. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerTest {
  private static final String ROOT = "GivEnergy";

  private static int port;
  private static EmbeddedBroker broker;
  private static Rig rig;

  @BeforeAll
  static void start() throws Exception {
    port = Rig.freePorts(1);
    rig = Rig.start(RigPlan.of(port, "gen2-hybrid"));
  }

  @AfterAll
  static void stop() throws Exception {
    rig.close();
    broker.close();
  }

  private static int polls() {
    return rig.wire(1).requests().size();
  }

  private static void assertThatReadingGoesOn() throws Exception {
    int before = polls();
    Rig.patiently().until(() -> polls() > before + 4);
    JsonNode tree = rig.rest(1).tree("/readData");
    assertThat(tree.path("Stats").path("status").asText()).isEqualTo("online");
    assertThat(rig.rest(1).post("/setChargeTarget", "55").result()).contains("was a success");
  }

  private static Set<String> topics(Subscriber subscriber) {
    return subscriber.received().stream().map(Received::topic).collect(Collectors.toSet());
  }

  /** Topics of all leaves that have one value. */
  private static Set<String> leaves() {
    return rig.station(1).view().orElseThrow().leaves().stream()
        .filter(leaf -> leaf.rendering().payload().isPresent())
        .map(leaf -> ROOT + "/" + rig.serial(1) + "/" + leaf.path())
        .collect(Collectors.toSet());
  }

  @Test
  @Order(1)
  void withoutABrokerThePollsAndRestGoOn() throws Exception {
    rig.awaitData();
    // While more is found there is no view at times, and its leaves grow.
    Rig.patiently().until(() -> !rig.station(1).parts().poller().hasMore());

    assertThatReadingGoesOn();
  }

  @Test
  @Order(2)
  void theWholeStateComesRetainedSoonAfterTheBroker() throws Exception {
    broker = EmbeddedBroker.start(port);
    assertThatTheWholeStateComesWithinSeconds();
    // The broker keeps a message a moment after it has handed it on: who subscribes in between gets
    // some as new, and must ask once more.
    Rig.patiently()
        .ignoreException(ConditionTimeoutException.class)
        .untilAsserted(BrokerTest::assertThatTheBrokerKeepsTheState);
  }

  private static void assertThatTheBrokerKeepsTheState() throws MqttException {
    try (Subscriber late = new Subscriber(broker.uri(), ROOT + "/" + rig.serial(1) + "/#")) {
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () ->
                  assertThat(late.received())
                      .filteredOn(Received::retained)
                      .extracting(Received::topic)
                      .containsAll(leaves()));
      assertThat(late.received())
          .contains(new Received(ROOT + "/" + rig.serial(1) + "/Stats/status", "online", true));
    }
  }

  private static void assertThatTheWholeStateComesWithinSeconds()
      throws MqttException, IOException {
    try (Subscriber subscriber = new Subscriber(broker.uri(), ROOT + "/#")) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(topics(subscriber)).containsAll(leaves()));
    }
  }

  private static void assertThatCommandsAreTaken(int percent) throws Exception {
    String result = ROOT + "/result/" + rig.serial(1) + "/setChargeTarget";
    try (Subscriber subscriber = new Subscriber(broker.uri(), result)) {
      Rig.patiently()
          .untilAsserted(
              () -> {
                subscriber.send(
                    ROOT + "/control/" + rig.serial(1) + "/setChargeTarget",
                    Integer.toString(percent),
                    false);
                assertThat(subscriber.payloads())
                    .anyMatch(text -> text.contains("\"held\":" + percent));
              });
    }
  }

  @Test
  @Order(3)
  void whileTheBrokerIsGoneThePollsAndRestGoOnAndItsReturnBringsEverythingBack() throws Exception {
    assertThatCommandsAreTaken(61);
    broker.close();

    assertThatReadingGoesOn();

    broker = EmbeddedBroker.start(port);
    assertThatTheWholeStateComesWithinSeconds();
    assertThatCommandsAreTaken(62);
  }

  @Test
  @Order(4)
  void aCommandThatTheBrokerHadKeptIsRefusedAfterEveryConnection() throws Exception {
    String control = ROOT + "/control/" + rig.serial(1) + "/setBatteryReserve";
    String result = ROOT + "/result/" + rig.serial(1) + "/setBatteryReserve";
    try (Subscriber subscriber = new Subscriber(broker.uri(), result)) {
      subscriber.send(control, "44", true);
      Rig.patiently().until(() -> subscriber.received().size() == 1);
      int before = polls();
      // Whoever takes the client id throws the bridge out, which then connects anew.
      new MqttClient(
              "tcp://127.0.0.1:" + port, "GivBridge-" + rig.serial(1), new MemoryPersistence())
          .connect();

      Rig.patiently().until(() -> subscriber.received().size() == 2);

      assertThat(subscriber.payloads().get(1)).contains("refused").contains("retain");
      assertThat(rig.wire(1).writesSince(before)).isEmpty();
      subscriber.send(control, "", true);
    }
  }
}
