package givbridge.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/**
 * Paho's listener of one action, as two functions.
 *
 * @param good takes the token of an action that went well
 * @param bad takes why it did not
 */
record WhenDone(Consumer<IMqttToken> good, Consumer<Throwable> bad) implements MqttActionListener {
  @Override
  public void onSuccess(IMqttToken token) {
    good.accept(token);
  }

  @Override
  public void onFailure(IMqttToken token, Throwable cause) {
    bad.accept(cause);
  }
}
