package givbridge.mqtt;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** Says in words why a broker is not there, and what may be done. */
final class BrokerTrouble {
  private BrokerTrouble() {}

  static String words(Throwable trouble) {
    if (trouble instanceof MqttException failure) {
      Throwable cause = failure.getCause();
      return cause == null || cause == failure
          ? words(failure.getReasonCode(), failure)
          : words(cause);
    }
    if (trouble instanceof ConnectException) {
      return "nothing listens there; check MQTT_ADDRESS and MQTT_PORT";
    }
    if (trouble instanceof UnknownHostException) {
      return "its name is unknown; check MQTT_ADDRESS";
    }
    if (trouble instanceof TimeoutException) {
      return "it gives no answer";
    }
    if (trouble instanceof SSLException) {
      return "encryption failed (" + trouble.getMessage() + "); check MQTT_TLS and MQTT_CA";
    }
    return "the connection broke (" + trouble + ")";
  }

  private static String words(int code, MqttException failure) {
    return switch (code) {
      case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
          MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
          "it refuses the login; check MQTT_USERNAME and MQTT_PASSWORD";
      case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION -> "it does not speak MQTT 5";
      case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
          "another client uses the same client id; is the program running twice?";
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> "it gives no answer";
      default -> failure.getMessage() + " (" + code + ")";
    };
  }
}
