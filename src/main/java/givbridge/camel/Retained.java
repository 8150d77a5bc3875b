package givbridge.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Message;

/**
 * Whether a message came from the broker's memory instead of from someone now. A retained command
 * would be carried out again at every connection. Must be asked before the body is converted.
 */
public final class Retained implements Predicate {
  @Override
  public boolean matches(Exchange exchange) {
    return exchange.getMessage() instanceof PahoMqtt5Message message
        && message.getMqttMessage().isRetained();
  }
}
