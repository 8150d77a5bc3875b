package givbridge.camel;

import givbridge.mqtt.BridgeMqttClient;
import givbridge.publish.Message;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5ComponentConfigurer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Endpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5EndpointConfigurer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Producer;
import org.apache.camel.spi.PropertyConfigurer;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * What answers {@code paho-mqtt5:}, with all options of Camel's own. To send, it also takes {@link
 * Messages} or a {@link Message}, each of which knows its topic: some hundred messages a poll would
 * cost far more if each were an exchange of its own.
 */
final class MessagePaho extends PahoMqtt5Component {
  @Override
  protected Endpoint createEndpoint(String uri, String topic, Map<String, Object> parameters)
      throws Exception {
    MessageEndpoint endpoint = new MessageEndpoint(uri, topic, this, getConfiguration().copy());
    endpoint.setClient(getClient());
    setProperties(endpoint, parameters);
    return endpoint;
  }

  /** Camel looks for both of them by an annotation that is not inherited. */
  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return new PahoMqtt5EndpointConfigurer();
  }

  @Override
  public PropertyConfigurer getComponentPropertyConfigurer() {
    return new PahoMqtt5ComponentConfigurer();
  }

  private static final class MessageEndpoint extends PahoMqtt5Endpoint {
    MessageEndpoint(
        String uri,
        String topic,
        PahoMqtt5Component component,
        PahoMqtt5Configuration configuration) {
      super(uri, topic, component, configuration);
    }

    @Override
    public Producer createProducer() {
      PahoMqtt5Producer producer = new MessageProducer(this);
      producer.setClient(getClient());
      return producer;
    }
  }

  private static final class MessageProducer extends PahoMqtt5Producer {
    MessageProducer(PahoMqtt5Endpoint endpoint) {
      super(endpoint);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
      Object body = exchange.getMessage().getBody();
      if (body instanceof Messages messages) {
        send(messages.list());
      } else if (body instanceof Message message) {
        send(List.of(message));
      } else {
        super.process(exchange);
      }
    }

    /** What is sent by a client of ours leaves in one piece. */
    private void send(List<Message> messages) throws MqttException {
      if (getClient() instanceof BridgeMqttClient client) {
        client.gather();
        try {
          for (Message message : messages) {
            if (!isWritten(client, message)) {
              publish(client, message);
            }
          }
        } finally {
          client.send();
        }
      } else {
        for (Message message : messages) {
          publish(getClient(), message);
        }
      }
    }

    private static boolean isWritten(BridgeMqttClient client, Message message) {
      return message.qos() == 0
          && client.write(
              message.topicStart(), message.topicEnd(), message.bytes(), message.retained());
    }

    private static void publish(MqttClient client, Message message) throws MqttException {
      client.publish(message.topic(), message.bytes(), message.qos(), message.retained());
    }
  }
}
