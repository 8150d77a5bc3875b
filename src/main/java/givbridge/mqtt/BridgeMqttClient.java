package givbridge.mqtt;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttToken;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT client that lives with a broker that comes and goes. A Camel consumer and any number of
 * producers may share one, by the endpoint option {@code client}.
 *
 * <ul>
 *   <li>It connects by itself, again and again; no caller ever waits for that.
 *   <li>Subscriptions are remembered and made at each connection.
 *   <li>Messages of QoS 0 are written to the socket, or where it is encrypted handed over without
 *       waiting; others wait for the broker.
 *   <li>Without a connection messages are dropped and counted, and so they are when too many wait
 *       for a broker that takes none: newer ones will come.
 * </ul>
 */
public final class BridgeMqttClient extends MqttClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeMqttClient.class);
  private static final long FAREWELL_MS = 700;
  private static final int REFUSED = 128;

  /** Where the connection stands; only the scheduler's thread reads and changes it. */
  private enum State {
    RESTING,
    CONNECTING,
    CONNECTED
  }

  private final MqttClientName name;
  private final MqttPatience patience;
  private final ScheduledExecutorService scheduler;
  private final MqttConnectionOptions options;
  private final BrokerNews news;
  private final Inbox inbox = new Inbox(cause -> later(() -> lost(cause)));
  private final Map<String, Integer> subscriptions = new ConcurrentSkipListMap<>();
  private final AtomicLong dropped = new AtomicLong();

  private volatile ConnectedListener listener = () -> {};
  private volatile AtomicInteger unsent = new AtomicInteger();
  private final OutletSockets sockets = new OutletSockets();
  private volatile Optional<Outlet> outlet = Optional.empty();
  private volatile boolean gathering;
  private volatile boolean closed;
  private State state = State.RESTING;
  private int attempt;
  private int failures;

  /**
   * Makes a client; {@link #start} lets it connect.
   *
   * @param scheduler one thread, shared by all clients
   * @throws MqttException if the address or the client id cannot be used
   */
  BridgeMqttClient(
      MqttDoor door, MqttClientName name, MqttPatience patience, ScheduledExecutorService scheduler)
      throws MqttException {
    super(door.pahoUri(), name.id(), new MemoryPersistence());
    // Paho's own one, which holds nothing yet, would keep a thread for its pings.
    aClient =
        new MqttAsyncClient(
            door.pahoUri(), name.id(), new MemoryPersistence(), new SharedPing(scheduler), null);
    this.name = name;
    this.patience = patience;
    this.scheduler = scheduler;
    this.options = door.options(patience, name.lastWord(), sockets);
    this.news = new BrokerNews(door.shown(), name.shown());
    setTimeToWait(patience.answer().toMillis());
    super.setCallback(inbox);
  }

  /** Who it is to the broker. */
  public MqttClientName name() {
    return name;
  }

  /** Begins to connect, and tells the listener of every connection from now on. */
  void start(ConnectedListener whenConnected) {
    listener = whenConnected;
    later(this::connectNow);
  }

  /** Messages that were not handed to the broker, since the client was made. */
  public long dropped() {
    return dropped.get();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Without a connection the message is dropped and counted.
   *
   * @throws MqttException if a message of QoS 1 or 2 is not acknowledged in time
   */
  @Override
  public void publish(String topic, MqttMessage message) throws MqttException {
    Optional<Outlet> direct = outlet;
    if (closed || !isConnected()) {
      dropped.incrementAndGet();
    } else if (message.getQos() > 0) {
      super.publish(topic, message);
    } else if (direct.isPresent() && message.getProperties() == null) {
      write(direct.get(), topic, message.getPayload(), message.isRetained());
    } else {
      handOver(topic, message);
    }
  }

  /**
   * Writes a message of QoS 0, if it can go straight to the socket.
   *
   * @param topicStart first part of the topic, in UTF-8
   * @param topicEnd rest of the topic, which may be empty
   * @return false: it goes only by {@link #publish(String, MqttMessage)}
   */
  public boolean write(byte[] topicStart, byte[] topicEnd, byte[] payload, boolean retained) {
    Optional<Outlet> open = outlet;
    if (closed || open.isEmpty()) {
      return false;
    }
    try {
      if (!open.get().addPlain(topicStart, topicEnd, payload, retained)) {
        return false;
      }
      if (!gathering) {
        open.get().send();
      }
    } catch (IOException e) {
      drop(e);
    }
    return true;
  }

  private void drop(IOException cause) {
    dropped.incrementAndGet();
    LOG.debug("A message could not be written to the broker: {}", cause.toString());
  }

  /**
   * Paho would make a token for each message, and take it through a queue and two more threads:
   * that is half the work of publishing.
   */
  private void write(Outlet open, String topic, byte[] payload, boolean retained)
      throws MqttException {
    try {
      open.add(topic, payload, retained);
      if (!gathering) {
        open.send();
      }
    } catch (IOException e) {
      drop(e);
    }
  }

  private void handOver(String topic, MqttMessage message) {
    AtomicInteger waiting = unsent;
    if (waiting.get() >= patience.unsent()) {
      dropped.incrementAndGet();
      return;
    }
    waiting.incrementAndGet();
    WhenDone done =
        new WhenDone(token -> waiting.decrementAndGet(), cause -> waiting.decrementAndGet());
    try {
      aClient.publish(topic, message, null, done);
    } catch (MqttException e) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    }
  }

  /** Many messages follow: they may wait for each other until {@link #send}. */
  public void gather() {
    gathering = true;
  }

  /** Sends what waits. */
  public void send() {
    gathering = false;
    try {
      Optional<Outlet> open = outlet;
      if (open.isPresent()) {
        open.get().send();
      }
    } catch (IOException e) {
      LOG.debug("What waits for the broker could not be written: {}", e.toString());
    }
  }

  /** Remembers the subscription, and makes it now if there is a connection. */
  @Override
  public IMqttToken subscribe(String topic, int qos) {
    subscriptions.put(topic, qos);
    later(
        () -> {
          if (state == State.CONNECTED) {
            ask(topic, qos, attempt);
          }
        });
    return new MqttToken(name.id());
  }

  /** Forgets the subscription. */
  @Override
  public void unsubscribe(String topic) throws MqttException {
    subscriptions.remove(topic);
    if (isConnected()) {
      aClient.unsubscribe(topic, null, new WhenDone(token -> {}, cause -> {}));
    }
  }

  /** Sets who receives the messages of all subscriptions. */
  @Override
  public void setCallback(MqttCallback callback) {
    inbox.receiver(callback);
  }

  /** Says the last word, if there is a connection, and ends it; within two seconds. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (isConnected()) {
      farewell();
    }
    force();
    quietly(() -> aClient.close(true));
  }

  private void farewell() {
    quietly(
        () -> {
          if (name.lastWord().isPresent()) {
            LastWord word = name.lastWord().get();
            aClient.publish(word.topic(), word.message()).waitForCompletion(FAREWELL_MS);
          }
        });
    quietly(() -> aClient.disconnect(FAREWELL_MS / 2).waitForCompletion(FAREWELL_MS));
  }

  private void force() {
    quietly(() -> aClient.disconnectForcibly(0, 1, false));
  }

  private void connectNow() {
    if (closed) {
      return;
    }
    state = State.CONNECTING;
    // What waited for the connection before is lost, and must not hold anything back.
    unsent = new AtomicInteger();
    attempt++;
    int mine = attempt;
    try {
      aClient.connect(
          options,
          null,
          new WhenDone(
              token -> later(() -> connected(mine)), cause -> later(() -> failed(mine, cause))));
      after(patience.answer().plusMillis(500), () -> tooLate(mine));
    } catch (MqttException e) {
      failed(mine, e);
    }
  }

  private void connected(int mine) {
    if (mine != attempt || state != State.CONNECTING) {
      return;
    }
    state = State.CONNECTED;
    outlet = sockets.newest();
    failures = 0;
    news.here();
    subscriptions.forEach((topic, qos) -> ask(topic, qos, mine));
    listener.connected();
  }

  private void tooLate(int mine) {
    if (mine == attempt && state == State.CONNECTING) {
      force();
      failed(mine, new TimeoutException());
    }
  }

  private void lost(Throwable cause) {
    if (state == State.CONNECTED) {
      failed(attempt, cause);
    }
  }

  private void failed(int mine, Throwable cause) {
    if (mine != attempt || state == State.RESTING || closed) {
      return;
    }
    state = State.RESTING;
    outlet = Optional.empty();
    failures++;
    news.gone(cause);
    after(failures == 1 ? patience.firstRetry() : patience.laterRetry(), this::connectNow);
  }

  private void ask(String topic, int qos, int mine) {
    Runnable again =
        () -> {
          if (mine == attempt && state == State.CONNECTED && subscriptions.containsKey(topic)) {
            ask(topic, qos, mine);
          }
        };
    try {
      aClient.subscribe(
          new MqttSubscription[] {retainedAsPublished(topic, qos)},
          null,
          new WhenDone(
              token -> {
                if (token.getReasonCodes()[0] >= REFUSED) {
                  news.refused(topic);
                }
              },
              cause -> after(patience.firstRetry(), again)),
          new MqttProperties());
    } catch (MqttException e) {
      after(patience.firstRetry(), again);
    }
  }

  /**
   * So that a message that the broker will keep can be told from others when it is sent already.
   */
  private static MqttSubscription retainedAsPublished(String topic, int qos) {
    MqttSubscription subscription = new MqttSubscription(topic, qos);
    subscription.setRetainAsPublished(true);
    return subscription;
  }

  private void later(Runnable task) {
    after(Duration.ZERO, task);
  }

  private void after(Duration delay, Runnable task) {
    if (!closed) {
      var unused = scheduler.schedule(() -> watched(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** A scheduler keeps exceptions to itself; here they are told, and the loop goes on. */
  private static void watched(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The MQTT connection met a fault of the program", e);
    }
  }

  /** A step of ending a connection. */
  private interface Step {
    void run() throws MqttException;
  }

  /** The connection ends anyway, so it does not matter which of the steps still worked. */
  private static void quietly(Step step) {
    try {
      step.run();
    } catch (MqttException e) {
      LOG.debug("A step of ending an MQTT connection failed: {}", e.toString());
    }
  }
}
