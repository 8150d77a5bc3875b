package givbridge.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.eclipse.paho.mqttv5.common.MqttException;

/** All clients of one broker; one thread connects them all, and looks after their connections. */
public final class MqttClients implements AutoCloseable {
  private final MqttDoor door;
  private final MqttPatience patience;
  private final List<BridgeMqttClient> clients = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService scheduler =
      new ScheduledThreadPoolExecutor(
          1, MqttClients::thread, new ThreadPoolExecutor.DiscardPolicy());

  /** Clients for the broker behind the door. */
  public MqttClients(MqttDoor door, MqttPatience patience) {
    this.door = door;
    this.patience = patience;
  }

  /**
   * Gives a new client, which begins to connect at once.
   *
   * @param listener is told of every connection
   * @throws IllegalArgumentException if the address or the client id cannot be used
   */
  public BridgeMqttClient open(MqttClientName name, ConnectedListener listener) {
    try {
      BridgeMqttClient client = new BridgeMqttClient(door, name, patience, scheduler);
      clients.add(client);
      client.start(listener);
      return client;
    } catch (MqttException e) {
      throw new IllegalArgumentException("no MQTT client can be made for " + door.shown(), e);
    }
  }

  /** Has a client say its last word, and ends its connection; within two seconds. */
  public void end(BridgeMqttClient client) {
    clients.remove(client);
    client.close();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "mqtt-connect");
    thread.setDaemon(true);
    return thread;
  }

  /** Says every client's last word and ends all connections; about two seconds at most. */
  @Override
  public void close() {
    clients.parallelStream().forEach(BridgeMqttClient::close);
    scheduler.shutdownNow();
  }
}
