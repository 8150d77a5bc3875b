package givbridge.camel;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.mqtt.LastWord;
import givbridge.mqtt.MqttClientName;
import givbridge.mqtt.MqttClients;
import givbridge.plant.Topology;
import givbridge.publish.Topics;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * Makes the routes between an inverter and the broker once its serial number is known, since topics
 * and client id carry it. Their templates stand in {@code routes/mqtt.camel.yaml}.
 */
final class InverterRoutes {
  private static final String[] TEMPLATES = {
    "mqtt-output", "mqtt-leaves", "mqtt-control", "mqtt-command"
  };

  private final CamelContext context;
  private final Optional<MqttClients> clients;
  private final Topics topics;

  /** Routes in a context; without clients there is no MQTT, and none are made. */
  InverterRoutes(CamelContext context, Optional<MqttClients> clients, Topics topics) {
    this.context = context;
    this.clients = clients;
    this.topics = topics;
  }

  /**
   * Connects an inverter that was found. Where it is connected already nothing happens, unless it
   * has another serial number now: then the broker hears that the old one is gone.
   */
  void open(Station station, Topology topology) {
    clients.ifPresent(brokers -> open(brokers, station, topology.identity().serial()));
  }

  private void open(MqttClients brokers, Station station, String serial) {
    String number = Integer.toString(station.number());
    MqttClientName name =
        new MqttClientName(
            "GivBridge-" + serial,
            "inverter " + number,
            Optional.of(new LastWord(topics.status(station.root(), serial), topics.offline())));
    Optional<BridgeMqttClient> before = before(client(station.number()));
    if (before.filter(client -> client.name().equals(name)).isPresent()) {
      return;
    }
    before.ifPresent(client -> close(brokers, client, station));
    BridgeMqttClient client = brokers.open(name, () -> publishAll(station));
    context.getRegistry().bind(client(station.number()), client);
    for (String template : TEMPLATES) {
      start(template, number, station.root(), serial);
    }
  }

  /** Name of an inverter's client among Camel's beans, as in the templates. */
  static String client(int number) {
    return "mqtt-" + number;
  }

  private Optional<BridgeMqttClient> before(String name) {
    return Optional.ofNullable(
        context.getRegistry().lookupByNameAndType(name, BridgeMqttClient.class));
  }

  private void close(MqttClients brokers, BridgeMqttClient client, Station station) {
    for (String template : TEMPLATES) {
      String route = template + "-" + station.number();
      try {
        context.getRouteController().stopRoute(route);
        context.removeRoute(route);
      } catch (Exception e) {
        throw new IllegalStateException("the route " + route + " cannot be removed", e);
      }
    }
    context.getRegistry().unbind(client(station.number()));
    brokers.end(client);
  }

  private void start(String template, String number, String root, String serial) {
    try {
      TemplatedRouteBuilder.builder(context, template)
          .routeId(template + "-" + number)
          .parameter("inverter", number)
          .parameter("root", root)
          .parameter("serial", serial)
          .add();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the route " + template + " of inverter " + number + " cannot be made", e);
    }
  }

  /**
   * A broker may have forgotten everything while it was away, or was not there when it was sent.
   * Does not wait for the sending.
   */
  private void publishAll(Station station) {
    station
        .view()
        .filter(view -> station.isPublished())
        .ifPresent(
            view -> {
              var unused =
                  context
                      .createFluentProducerTemplate()
                      .to("direct:publish-mqtt")
                      .withHeader(Headers.INVERTER, Integer.toString(station.number()))
                      .withBody(Publication.all(view, station.stats()))
                      .asyncSend();
            });
  }
}
