package givbridge.camel;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.mqtt.LastWord;
import givbridge.mqtt.MqttClientName;
import givbridge.mqtt.MqttClients;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * Makes the route from all inverters together to the broker, over a connection of its own: no
 * inverter's end is the plant's. Its templates stand in {@code routes/plant.camel.yaml}.
 *
 * @param context takes the routes
 * @param clients makes the connection
 * @param root first segments of every topic
 * @param lastWord what the broker says when the program is gone
 * @param period time between two views
 */
record PlantRoutes(
    CamelContext context, MqttClients clients, String root, LastWord lastWord, Duration period) {

  /** Name of the client among Camel's beans, as in the templates. */
  static final String CLIENT = "mqtt-plant";

  /** Opens the connection and starts the routes. */
  void open() {
    // With its root in it, so that two programs that publish apart do not throw each other out.
    MqttClientName name =
        new MqttClientName("GivBridge-plant-" + root, "the plant", Optional.of(lastWord));
    BridgeMqttClient client = clients.open(name, this::publish);
    context.getRegistry().bind(CLIENT, client);
    start("plant-leaves");
    start("plant-view");
  }

  private void start(String template) {
    TemplatedRouteBuilder builder =
        TemplatedRouteBuilder.builder(context, template).routeId(template + "-all");
    try {
      builder.parameter("root", root).parameter("period", Long.toString(period.toMillis())).add();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the route " + template + " cannot be made", e);
    }
  }

  /** A broker may have forgotten everything while it was away. Does not wait for the sending. */
  private void publish() {
    if (context.hasEndpoint("direct://plant-leaves") != null) {
      var unused = context.createFluentProducerTemplate().to("direct:plant-leaves").asyncSend();
    }
  }
}
