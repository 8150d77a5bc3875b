package givbridge.camel;

import givbridge.camel.CommandCall.Origin;
import org.apache.camel.Exchange;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;

/** Makes a {@link CommandCall} of whatever came in; the body becomes it. */
public final class CommandInput {
  private static final String NAME_IN_PATH = "command";

  private final Stations stations;
  private final Retained retained = new Retained();

  CommandInput(Stations stations) {
    this.stations = stations;
  }

  /** A message of a control topic: the last segment is the command. */
  public void fromMqtt(Exchange exchange) {
    Origin origin = retained.matches(exchange) ? Origin.MQTT_RETAINED : Origin.MQTT;
    String topic = exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, "", String.class);
    String payload = text(exchange);
    String inverter = exchange.getMessage().getHeader(Headers.INVERTER, String.class);
    exchange.setMessage(null);
    exchange.getMessage().setHeader(Headers.INVERTER, inverter);
    call(exchange, topic.substring(topic.lastIndexOf('/') + 1), payload, origin);
  }

  /** A request below {@code /REST<n>}: the path tells inverter and command. */
  public void fromRest(Exchange exchange) {
    stations.number(Headers.inverter(exchange));
    call(
        exchange,
        exchange.getMessage().getHeader(NAME_IN_PATH, "", String.class),
        text(exchange),
        Origin.REST);
  }

  /** A request below {@code /api/v1}: the path tells serial number and command. */
  public void fromApi(Exchange exchange) {
    Station station = stations.serial(Headers.serial(exchange));
    exchange.getMessage().setHeader(Headers.INVERTER, Integer.toString(station.number()));
    fromRest(exchange);
  }

  private static void call(Exchange exchange, String name, String payload, Origin origin) {
    exchange.setProperty(
        Headers.CALL, new CommandCall(name, payload, origin, exchange.getExchangeId()));
    exchange.getMessage().setBody(exchange.getProperty(Headers.CALL));
  }

  private static String text(Exchange exchange) {
    String text = exchange.getMessage().getBody(String.class);
    return text == null ? "" : text;
  }
}
