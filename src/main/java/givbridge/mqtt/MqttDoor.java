package givbridge.mqtt;

import givbridge.settings.MqttSettings.Broker.Remote;
import givbridge.settings.MqttSettings.Login;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/**
 * How a broker is reached.
 *
 * @param address host:port
 * @param login who logs in
 * @param tls makes encrypted sockets; empty: not encrypted
 */
public record MqttDoor(String address, Optional<Login> login, Optional<SSLSocketFactory> tls) {

  /** The door to a broker elsewhere. */
  public static MqttDoor to(Remote broker) {
    return new MqttDoor(
        broker.address().toString(), broker.login(), broker.tls().map(TlsSockets::of));
  }

  /** The door to a broker in this process. */
  public static MqttDoor to(EmbeddedBroker broker) {
    return new MqttDoor(broker.address(), Optional.empty(), Optional.empty());
  }

  /** How people name the broker; without secrets. */
  String shown() {
    return (tls.isPresent() ? "mqtts://" : "mqtt://") + address;
  }

  String pahoUri() {
    return (tls.isPresent() ? "ssl://" : "tcp://") + address;
  }

  /**
   * How a client connects.
   *
   * @param plain makes the sockets where nothing is encrypted
   */
  MqttConnectionOptions options(
      MqttPatience patience, Optional<LastWord> lastWord, SocketFactory plain) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setKeepAliveInterval(Math.toIntExact(patience.keepAlive().toSeconds()));
    options.setConnectionTimeout(Math.toIntExact(patience.answer().toSeconds()));
    options.setExecutorServiceTimeout(1);
    login.ifPresent(
        who -> {
          options.setUserName(who.user());
          who.password()
              .ifPresent(
                  secret -> options.setPassword(secret.reveal().getBytes(StandardCharsets.UTF_8)));
        });
    options.setSocketFactory(tls.<SocketFactory>map(it -> it).orElse(plain));
    lastWord.ifPresent(word -> options.setWill(word.topic(), word.message()));
    return options;
  }
}
