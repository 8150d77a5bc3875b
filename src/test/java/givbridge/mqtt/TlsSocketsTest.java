package givbridge.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import givbridge.settings.Endpoint;
import givbridge.settings.MqttSettings.Broker;
import givbridge.settings.MqttSettings.ClientKey;
import givbridge.settings.MqttSettings.Login;
import givbridge.settings.MqttSettings.Tls;
import givbridge.settings.Secret;
import givbridge.testing.Subscriber;
import givbridge.testing.TcpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TlsSocketsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static KeyStore store;
  private static Path certificate;
  private static Path key;

  /** A certificate of its own making, by the tool that every Java development kit has. */
  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("server.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(tool.waitFor()).isZero();
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    certificate = pem("CERTIFICATE", store.getCertificate("a").getEncoded());
    key = pem("PRIVATE KEY", store.getKey("a", PASSWORD).getEncoded());
  }

  private static Path pem(String title, byte[] der) throws IOException {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Files.writeString(
        folder.resolve(title.replace(' ', '-') + ".pem"),
        "-----BEGIN "
            + title
            + "-----\n"
            + encoder.encodeToString(der)
            + "\n-----END "
            + title
            + "-----\n");
  }

  @Test
  void aTrustedServerThatAsksForAClientsCertificateIsTalkedTo() throws Exception {
    try (SSLServerSocket server = server()) {
      CompletableFuture<Integer> echo = CompletableFuture.supplyAsync(() -> readOne(server));
      Tls tls = new Tls(Optional.of(certificate), Optional.of(new ClientKey(certificate, key)));
      try (SSLSocket client =
          (SSLSocket)
              TlsSockets.of(tls)
                  .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
        OutputStream out = client.getOutputStream();
        out.write(42);
        out.flush();
        assertThat(echo.join()).isEqualTo(42);
      }
    }
  }

  @Test
  void manyMessagesReachABrokerThroughAnEncryptedConnection() throws Exception {
    Tls tls = new Tls(Optional.of(certificate), Optional.of(new ClientKey(certificate, key)));
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        TcpProxy proxy = new TcpProxy(broker.port(), bytes -> {}, server());
        Subscriber subscriber = new Subscriber(broker.uri(), "root/many");
        MqttClients clients =
            new MqttClients(
                new MqttDoor(
                    "127.0.0.1:" + proxy.port(), Optional.empty(), Optional.of(TlsSockets.of(tls))),
                MqttPatience.usual())) {
      BridgeMqttClient client =
          clients.open(new MqttClientName("tls", "inverter 1", Optional.empty()), () -> {});
      await().until(client::isConnected);
      client.gather();
      for (int i = 0; i < 1000; i++) {
        client.publish(
            "root/many", new MqttMessage(Integer.toString(i).getBytes(UTF_8), 0, false, null));
      }
      client.send();
      await().untilAsserted(() -> assertThat(subscriber.payloads()).hasSize(1000));
      assertThat(client.dropped()).isZero();
    }
  }

  @Test
  void aServerThatNobodyVouchesForIsRefused() throws Exception {
    try (SSLServerSocket server = server()) {
      CompletableFuture<Integer> echo = CompletableFuture.supplyAsync(() -> readOne(server));
      Tls tls = new Tls(Optional.empty(), Optional.empty());
      try (SSLSocket client =
          (SSLSocket)
              TlsSockets.of(tls)
                  .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
        assertThatThrownBy(client::startHandshake).isInstanceOf(javax.net.ssl.SSLException.class);
      }
      assertThat(echo.join()).isEqualTo(-1);
    }
  }

  @Test
  void aFileWithoutWhatItShouldHoldIsNamed() {
    assertThatThrownBy(
            () ->
                TlsSockets.of(
                    new Tls(
                        Optional.empty(), Optional.of(new ClientKey(certificate, certificate)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MQTT_CLIENT_KEY holds no PKCS #8 key")
        .hasMessageContaining(certificate.toString());
  }

  @Test
  void aCertificateFileWithoutACertificateIsNamed() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertThatThrownBy(() -> TlsSockets.of(new Tls(Optional.of(empty), Optional.empty())))
        .hasMessageContaining("MQTT_CA holds no certificate");
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "-----BEGIN CERTIFICATE-----\nA\n");
    assertThatThrownBy(() -> TlsSockets.of(new Tls(Optional.of(wrong), Optional.empty())))
        .hasMessageContaining("encryption for MQTT cannot be set up");
  }

  @Test
  void theDoorToABrokerCarriesLoginEncryptionAndLastWord() {
    MqttDoor door =
        MqttDoor.to(
            new Broker.Remote(
                new Endpoint("broker", 8883),
                Optional.of(new Login("giv", Optional.of(new Secret("hidden-word")))),
                Optional.of(new Tls(Optional.of(certificate), Optional.empty()))));
    MqttConnectionOptions options =
        door.options(
            MqttPatience.usual(),
            Optional.of(new LastWord("root/status", "offline")),
            SocketFactory.getDefault());
    assertThat(door.shown()).isEqualTo("mqtts://broker:8883");
    assertThat(door.pahoUri()).isEqualTo("ssl://broker:8883");
    assertThat(door.toString()).doesNotContain("hidden-word");
    assertThat(options.getUserName()).isEqualTo("giv");
    assertThat(new String(options.getPassword(), StandardCharsets.UTF_8)).isEqualTo("hidden-word");
    assertThat(options.getWillDestination()).isEqualTo("root/status");
    assertThat(options.getKeepAliveInterval()).isEqualTo(15);
    assertThat(options.isHttpsHostnameVerificationEnabled()).isTrue();
  }

  private static SSLServerSocket server() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, PASSWORD);
    clients.setCertificateEntry("c", store.getCertificate("a"));
    trusted.init(clients);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setNeedClientAuth(true);
    return server;
  }

  private static int readOne(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }
}
