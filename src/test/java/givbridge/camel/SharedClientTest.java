package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.mqtt.MqttClientName;
import givbridge.mqtt.MqttClients;
import givbridge.mqtt.MqttDoor;
import givbridge.mqtt.MqttPatience;
import givbridge.testing.Subscriber;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Camel consumer and producer on one client, whose broker comes after the routes have begun. */
@Timeout(90)
class SharedClientTest {
  private static final MqttPatience QUICK =
      new MqttPatience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          100);

  @Test
  void routesStartWithoutABrokerAndWorkWhenItComes() throws Exception {
    int port = Rig.freePorts(1);
    MqttDoor door = new MqttDoor("127.0.0.1:" + port, Optional.empty(), Optional.empty());
    try (MqttClients clients = new MqttClients(door, QUICK);
        DefaultCamelContext context = new DefaultCamelContext()) {
      BridgeMqttClient client =
          clients.open(new MqttClientName("shared", "inverter 1", Optional.empty()), () -> {});
      context.getRegistry().bind("client", client);
      context.addRoutes(new Routes());
      context.start();
      context.createProducerTemplate().sendBody("direct:out", "lost");
      try (EmbeddedBroker broker = EmbeddedBroker.start(port);
          Subscriber subscriber = new Subscriber(broker.uri(), "root/out")) {
        MockEndpoint fresh = context.getEndpoint("mock:fresh", MockEndpoint.class);
        Rig.patiently().until(client::isConnected);
        Rig.patiently()
            .untilAsserted(
                () -> {
                  subscriber.send("root/in/new", "sent now", false);
                  assertThat(fresh.getReceivedExchanges())
                      .isNotEmpty()
                      .allMatch(e -> e.getMessage().getBody(String.class).equals("sent now"));
                });
        context.createProducerTemplate().sendBody("direct:out", "arrives");
        Rig.patiently().until(() -> subscriber.payloads().contains("arrives"));
        assertThat(subscriber.payloads()).doesNotContain("lost");
        assertThat(client.dropped()).isOne();
      }
    }
  }

  @Test
  void aMessageFromTheBrokersMemoryIsToldFromANewOne() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber sender = new Subscriber(broker.uri(), "nothing");
        MqttClients clients = new MqttClients(MqttDoor.to(broker), QUICK);
        DefaultCamelContext context = new DefaultCamelContext()) {
      sender.send("root/in/old", "kept", true);
      context
          .getRegistry()
          .bind(
              "client",
              clients.open(new MqttClientName("shared", "inverter 1", Optional.empty()), () -> {}));
      context.addRoutes(new Routes());
      context.start();
      MockEndpoint old = context.getEndpoint("mock:old", MockEndpoint.class);
      MockEndpoint fresh = context.getEndpoint("mock:fresh", MockEndpoint.class);
      Rig.patiently().until(() -> old.getReceivedExchanges().size() == 1);
      sender.send("root/in/old", "again", true);
      Rig.patiently().until(() -> fresh.getReceivedExchanges().size() == 1);
      assertThat(old.getReceivedExchanges()).hasSize(1);
    }
  }

  /**
   * The client asks the broker to leave the flag as it was sent. Artemis does so where the filter
   * is the topic itself, but not where it has wildcards.
   */
  @Test
  void aMessageThatTheBrokerWillKeepIsToldWhenItIsSentAlready() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber sender = new Subscriber(broker.uri(), "nothing");
        MqttClients clients = new MqttClients(MqttDoor.to(broker), QUICK);
        DefaultCamelContext context = new DefaultCamelContext()) {
      BridgeMqttClient client =
          clients.open(new MqttClientName("shared", "inverter 1", Optional.empty()), () -> {});
      context.getRegistry().bind("client", client);
      RouteBuilder.addRoutes(
          context,
          routes ->
              routes
                  .from("paho-mqtt5:root/exact?client=#client&qos=1")
                  .filter(new Retained())
                  .to("mock:old"));
      context.start();
      MockEndpoint old = context.getEndpoint("mock:old", MockEndpoint.class);
      Rig.patiently()
          .untilAsserted(
              () -> {
                sender.send("root/exact", "kept", true);
                assertThat(old.getReceivedExchanges().size()).isGreaterThan(1);
              });
    }
  }

  private static final class Routes extends RouteBuilder {
    @Override
    public void configure() {
      from("paho-mqtt5:root/in/#?client=#client&qos=1")
          .choice()
          .when(new Retained())
          .to("mock:old")
          .otherwise()
          .to("mock:fresh");
      from("direct:out").to("paho-mqtt5:root/out?client=#client&qos=0");
    }
  }
}
