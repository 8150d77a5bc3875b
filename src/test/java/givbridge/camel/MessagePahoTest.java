package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.mqtt.MqttClientName;
import givbridge.mqtt.MqttClients;
import givbridge.mqtt.MqttDoor;
import givbridge.mqtt.MqttPatience;
import givbridge.publish.Message;
import givbridge.testing.Subscriber;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class MessagePahoTest {
  private static final Messages THREE =
      new Messages(
          List.of(
              new Message("root/raw/a", "1", 0, false),
              new Message("root/b", "2", 1, true),
              new Message("root/c", "°", 0, false)));

  private final EmbeddedBroker broker = EmbeddedBroker.start(0);
  private final MqttClients clients = new MqttClients(MqttDoor.to(broker), MqttPatience.usual());
  private final DefaultCamelContext context = new DefaultCamelContext();
  private Subscriber subscriber;

  @BeforeEach
  void begin() throws Exception {
    subscriber = new Subscriber(broker.uri(), "root/#");
    BridgeMqttClient client =
        clients.open(new MqttClientName("messages", "inverter 1", Optional.empty()), () -> {});
    context.getRegistry().bind("client", client);
    context.getRegistry().bind("paho-mqtt5", new MessagePaho());
    context.addRoutes(new Routes(broker.port()));
    context.start();
    Rig.patiently().until(client::isConnected);
  }

  @AfterEach
  void end() throws Exception {
    context.close();
    clients.close();
    subscriber.close();
    broker.close();
  }

  private void send(String route, Object body) {
    context.createProducerTemplate().sendBody("direct:" + route, body);
  }

  private void awaitPayloads(String... payloads) {
    Rig.patiently()
        .untilAsserted(() -> assertThat(subscriber.payloads()).containsExactly(payloads));
  }

  @Test
  void eachOfManyMessagesGoesToItsOwnTopic() {
    send("all", THREE);
    awaitPayloads("1", "2", "°");
    assertThat(subscriber.received())
        .extracting(Subscriber.Received::topic)
        .containsExactly("root/raw/a", "root/b", "root/c");
  }

  @Test
  void moreThanFitsIntoOnePieceArrivesInOrder() {
    String long900 = "x".repeat(900);
    List<Message> many =
        IntStream.range(0, 100)
            .mapToObj(i -> new Message("root/" + i, long900 + i, 0, false))
            .toList();
    send("all", new Messages(many));
    awaitPayloads(many.stream().map(Message::payload).toArray(String[]::new));
  }

  @Test
  void topicsInAnyScriptGoWithTheOthersInOrder() {
    String large = "x".repeat(40_000);
    send(
        "all",
        new Messages(
            List.of(
                new Message("root/a", "1", 0, false),
                new Message("root/Küche?", "2", 0, false),
                new Message("root/b", large, 0, false),
                new Message("root/c", "3", 0, false))));
    awaitPayloads("1", "2", large, "3");
    assertThat(subscriber.received())
        .extracting(Subscriber.Received::topic)
        .containsExactly("root/a", "root/Küche?", "root/b", "root/c");
  }

  @Test
  void aRouteOfOnesOwnTakesThemApartAndLeavesSomeOut() {
    send("without-raw", THREE);
    awaitPayloads("2", "°");
  }

  @Test
  void whatIsNoMessageGoesTheWayOfCamel() {
    send("all", "plain");
    awaitPayloads("plain");
    assertThat(subscriber.received())
        .extracting(Subscriber.Received::topic)
        .containsExactly("root/usual");
  }

  @Test
  void aClientOfCamelsOwnSendsThemToo() {
    send("camels", THREE);
    awaitPayloads("1", "2", "°");
  }

  @Test
  void aMessageThatCannotBeSentIsToldToTheRoute() {
    Messages wrong = new Messages(List.of(new Message("root/#", "1", 1, false)));
    assertThatThrownBy(() -> send("all", wrong))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    send("all", THREE);
    awaitPayloads("1", "2", "°");
  }

  private static final class Routes extends RouteBuilder {
    private final int port;

    Routes(int port) {
      this.port = port;
    }

    @Override
    public void configure() {
      from("direct:all").to("paho-mqtt5:root/usual?client=#client&qos=0");
      from("direct:without-raw")
          .split(simple("${body}"))
          .filter(simple("${body.topic} !contains '/raw/'"))
          .to("paho-mqtt5:root/usual?client=#client");
      from("direct:camels").to("paho-mqtt5:root/usual?brokerUrl=tcp://127.0.0.1:" + port);
    }
  }
}
