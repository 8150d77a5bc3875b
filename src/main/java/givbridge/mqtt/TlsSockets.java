package givbridge.mqtt;

import givbridge.settings.MqttSettings.ClientKey;
import givbridge.settings.MqttSettings.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes encrypted sockets from PEM files. */
final class TlsSockets {
  private static final char[] IN_MEMORY = new char[0];
  private static final List<String> KEY_KINDS = List.of("RSA", "EC", "Ed25519");

  private TlsSockets() {}

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException naming the file that holds not what it should
   */
  static SSLSocketFactory of(Tls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls.client()), trusted(tls.trusted()), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("encryption for MQTT cannot be set up: " + e, e);
    }
  }

  private static TrustManager[] trusted(Optional<Path> file)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (file.isEmpty()) {
      factory.init((KeyStore) null);
      return factory.getTrustManagers();
    }
    KeyStore store = emptyStore();
    for (Certificate certificate : certificates("MQTT_CA", file.get())) {
      store.setCertificateEntry("ca" + store.size(), certificate);
    }
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(Optional<ClientKey> client)
      throws GeneralSecurityException, IOException {
    if (client.isEmpty()) {
      return new KeyManager[0];
    }
    Certificate[] chain =
        certificates("MQTT_CLIENT_CERT", client.get().certificate()).toArray(Certificate[]::new);
    KeyStore store = emptyStore();
    store.setKeyEntry("client", privateKey(client.get().key()), IN_MEMORY, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, IN_MEMORY);
    return store;
  }

  private static Collection<? extends Certificate> certificates(String setting, Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(setting + " holds no certificate: " + file);
      }
      return found;
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String[] parts = text.split("-----(BEGIN|END) PRIVATE KEY-----", -1);
    if (parts.length == 3) {
      byte[] der = Base64.getMimeDecoder().decode(parts[1]);
      Optional<PrivateKey> key =
          KEY_KINDS.stream().flatMap(kind -> key(kind, der).stream()).findFirst();
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new IllegalArgumentException(
        "MQTT_CLIENT_KEY holds no PKCS #8 key, as openssl pkcs8 -topk8 -nocrypt makes it: " + file);
  }

  private static Optional<PrivateKey> key(String kind, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException notOfThisKind) {
      return Optional.empty();
    }
  }
}
