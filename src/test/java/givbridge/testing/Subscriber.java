package givbridge.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** A plain client of a broker, which keeps all that it receives. */
public final class Subscriber implements AutoCloseable {
  public record Received(String topic, String payload, boolean retained) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final MqttClient client;

  public Subscriber(String uri, String filter) throws MqttException {
    client =
        new MqttClient(
            uri.replace("mqtt://", "tcp://"),
            "subscriber" + System.nanoTime(),
            new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUseSubscriptionIdentifiers(false);
    client.connect(options);
    client.subscribe(
        new MqttSubscription[] {new MqttSubscription(filter, 1)},
        new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {this::receive});
  }

  private void receive(String topic, MqttMessage message) {
    received.add(
        new Received(
            topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.isRetained()));
  }

  public List<Received> received() {
    return received;
  }

  public List<String> payloads() {
    return received.stream().map(Received::payload).toList();
  }

  public void send(String topic, String payload, boolean retained) throws MqttException {
    client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1, true);
    client.close(true);
  }
}
