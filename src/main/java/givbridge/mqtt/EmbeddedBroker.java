package givbridge.mqtt;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An MQTT broker in this process, for the demo and the tests: Apache Artemis, reachable from this
 * machine only, without login, with all of its state in memory. When it stops, all is forgotten,
 * retained messages too.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String MQTT = "mqtt";
  private static final int THREADS = 4;
  private static final int MEGABYTE = 1024 * 1024;

  private final EmbeddedActiveMQ server;
  private final int port;

  private EmbeddedBroker(EmbeddedActiveMQ server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker; it takes clients when this returns.
   *
   * @param port port to listen on; 0: any free one
   * @throws IllegalStateException if it cannot start, as when the port is taken
   */
  public static EmbeddedBroker start(int port) {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(configuration(port));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker cannot start: " + e.getMessage(), e);
    }
    int actual = server.getActiveMQServer().getRemotingService().getAcceptor(MQTT).getActualPort();
    return new EmbeddedBroker(server, actual);
  }

  private static Configuration configuration(int port) {
    try {
      return new ConfigurationImpl()
          .setName("givbridge")
          .setPersistenceEnabled(false)
          .setSecurityEnabled(false)
          .setJMXManagementEnabled(false)
          .setCriticalAnalyzer(false)
          .setGracefulShutdownEnabled(false)
          .setThreadPoolMaxSize(THREADS)
          .setScheduledThreadPoolMaxSize(1)
          .setGlobalMaxSize(16L * MEGABYTE)
          .addAddressSetting("#", addresses())
          .addAcceptorConfiguration(MQTT, acceptor(port));
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker is wrongly configured", e);
    }
  }

  /** What does not fit into its memory is dropped: the default would page it to the disk. */
  private static AddressSettings addresses() {
    return new AddressSettings()
        .setMaxSizeBytes(4L * MEGABYTE)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
  }

  private static String acceptor(int port) {
    return "tcp://"
        + HOST
        + ":"
        + port
        + "?protocols=MQTT;remotingThreads=1;useEpoll=false;useKQueue=false";
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** How clients name it. */
  public String uri() {
    return "mqtt://" + address();
  }

  String address() {
    return HOST + ":" + port;
  }

  /** Ends it and cuts its clients' connections. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker did not stop: " + e.getMessage(), e);
    }
  }
}
