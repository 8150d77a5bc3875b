package givbridge.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Paho calls. Messages go on to the receiver, which Camel's consumer sets; a lost connection
 * goes to the client. The receiver does not hear of connections, for it would subscribe as well.
 */
final class Inbox implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Consumer<Throwable> lost;
  private volatile @Nullable MqttCallback receiver;

  Inbox(Consumer<Throwable> lost) {
    this.lost = lost;
  }

  void receiver(MqttCallback callback) {
    receiver = callback;
  }

  /** An exception would make Paho close the connection: one bad message must not. */
  @Override
  public void messageArrived(String topic, MqttMessage message) {
    MqttCallback to = receiver;
    if (to == null) {
      return;
    }
    try {
      to.messageArrived(topic, message);
    } catch (Exception e) {
      LOG.warn("A message from the broker could not be handled: {}", e.toString());
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException cause = response.getException();
    lost.accept(cause == null ? new MqttException(response.getReturnCode()) : cause);
  }

  @Override
  public void mqttErrorOccurred(MqttException error) {
    LOG.debug("MQTT error: {}", error.toString());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean again, String uri) {}

  @Override
  public void authPacketArrived(int code, MqttProperties properties) {}
}
