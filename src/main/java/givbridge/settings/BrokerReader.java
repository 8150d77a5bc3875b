package givbridge.settings;

import givbridge.settings.MqttSettings.Broker;
import givbridge.settings.MqttSettings.ClientKey;
import givbridge.settings.MqttSettings.Login;
import givbridge.settings.MqttSettings.Tls;
import givbridge.tables.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides which broker is used and how. */
final class BrokerReader {
  /** Registered with IANA for MQTT over TLS. */
  private static final int TLS_PORT = 8883;

  private final SettingValues values;
  private final Path folder;
  private final Faults faults;
  private final List<String> warnings;

  BrokerReader(SettingValues values, Path folder, Faults faults, List<String> warnings) {
    this.values = values;
    this.folder = folder;
    this.faults = faults;
    this.warnings = warnings;
  }

  Broker read(boolean simulated) {
    Optional<Login> login = login();
    Optional<Tls> tls = tls();
    Optional<String> host = values.text("MQTT_ADDRESS");
    if (!values.on("MQTT_OUTPUT")) {
      return new Broker.None();
    }
    if (host.isPresent()) {
      return new Broker.Remote(new Endpoint(host.get(), port(tls.isPresent())), login, tls);
    }
    if (simulated) {
      return new Broker.Own(values.given("MQTT_PORT") ? values.integer("MQTT_PORT") : 0);
    }
    warnings.add("nothing is published over MQTT: give MQTT_ADDRESS, or set MQTT_OUTPUT to false");
    return new Broker.None();
  }

  private int port(boolean encrypted) {
    return encrypted && !values.given("MQTT_PORT") ? TLS_PORT : values.integer("MQTT_PORT");
  }

  private Optional<Login> login() {
    Optional<Secret> password = password();
    Optional<String> user = values.text("MQTT_USERNAME");
    if (user.isEmpty() && password.isPresent()) {
      faults.add("a password for MQTT is given without MQTT_USERNAME");
    }
    return user.map(name -> new Login(name, password));
  }

  private Optional<Secret> password() {
    Optional<Secret> direct = values.secret("MQTT_PASSWORD");
    Optional<Path> file = file("MQTT_PASSWORD_FILE");
    if (direct.isPresent() && file.isPresent()) {
      faults.add(
          values.origin("MQTT_PASSWORD_FILE"),
          "MQTT_PASSWORD and MQTT_PASSWORD_FILE are both given; remove one of them");
    }
    return direct.or(() -> file.flatMap(this::content));
  }

  private Optional<Secret> content(Path file) {
    try {
      return Optional.of(new Secret(Files.readString(file, StandardCharsets.UTF_8).strip()));
    } catch (IOException e) {
      faults.add(values.origin("MQTT_PASSWORD_FILE"), "MQTT_PASSWORD_FILE is no UTF-8 text");
      return Optional.empty();
    }
  }

  private Optional<Tls> tls() {
    Optional<Path> trusted = file("MQTT_CA");
    Optional<Path> certificate = file("MQTT_CLIENT_CERT");
    Optional<Path> key = file("MQTT_CLIENT_KEY");
    if (certificate.isPresent() != key.isPresent()) {
      faults.add("MQTT_CLIENT_CERT and MQTT_CLIENT_KEY belong together, but one is missing");
    }
    if (!values.on("MQTT_TLS")) {
      if (trusted.isPresent() || certificate.isPresent()) {
        faults.add("certificates for MQTT are given, but MQTT_TLS is off; switch it on");
      }
      return Optional.empty();
    }
    Optional<ClientKey> client =
        certificate.flatMap(cert -> key.map(secret -> new ClientKey(cert, secret)));
    return Optional.of(new Tls(trusted, client));
  }

  private Optional<Path> file(String name) {
    Optional<Path> file = values.text(name).map(folder::resolve);
    if (file.isPresent() && !(Files.isRegularFile(file.get()) && Files.isReadable(file.get()))) {
      faults.add(
          values.origin(name), name + " is " + file.get() + ", but there is no such file to read");
      return Optional.empty();
    }
    return file;
  }
}
