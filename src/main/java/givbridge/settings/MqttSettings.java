package givbridge.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is published over MQTT, and where.
 *
 * @param broker the broker
 * @param root root of all topics
 * @param ownRoots roots of single inverters, by their numbers
 * @param retain whether the broker shall keep values
 * @param qos quality of service of values, 0..2
 */
public record MqttSettings(
    Broker broker, String root, Map<Integer, String> ownRoots, boolean retain, int qos) {

  public MqttSettings {
    ownRoots = Map.copyOf(ownRoots);
  }

  /** The root of an inverter's topics. */
  public String rootOf(int inverter) {
    return ownRoots.getOrDefault(inverter, root);
  }

  /** The broker that is used. */
  public sealed interface Broker {
    /** No MQTT at all. */
    record None() implements Broker {}

    /**
     * A broker inside this process, on this machine only.
     *
     * @param port its port; 0: any free one
     */
    record Own(int port) implements Broker {}

    /**
     * A broker elsewhere.
     *
     * @param address where it is
     * @param login how to log in there
     * @param tls how to encrypt; empty: not at all
     */
    record Remote(Endpoint address, Optional<Login> login, Optional<Tls> tls) implements Broker {}
  }

  /**
   * Who logs in.
   *
   * @param user the name
   * @param password the password, if one is needed
   */
  public record Login(String user, Optional<Secret> password) {}

  /**
   * How a connection is encrypted.
   *
   * @param trusted PEM file of the certificates to trust; empty: those of the Java runtime
   * @param client the client's own certificate
   */
  public record Tls(Optional<Path> trusted, Optional<ClientKey> client) {}

  /**
   * What a client shows a broker that asks for a certificate.
   *
   * @param certificate PEM file of the certificate, and of those that vouch for it
   * @param key PEM file of the private key, PKCS #8, not encrypted
   */
  public record ClientKey(Path certificate, Path key) {}
}
