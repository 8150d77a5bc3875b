package givbridge.mqtt;

import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Has a client look after its connection on a thread that all clients share; Paho's own sender of
 * pings keeps a thread for each client. Nothing here waits: a look puts a ping into the client's
 * queue at most, and a connection that proves dead is ended on a thread for that alone.
 */
final class SharedPing implements MqttPingSender {
  private final ScheduledExecutorService scheduler;
  private @Nullable ClientComms client;
  private @Nullable Future<?> next;

  SharedPing(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public synchronized void init(ClientComms comms) {
    client = comms;
  }

  @Override
  public synchronized void start() {
    schedule(client().getKeepAlive());
  }

  @Override
  public synchronized void stop() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }

  /**
   * Looks once more, later. There is never more than one look to come: what a connection that ended
   * meanwhile still asks for must not go on beside that of the next one.
   */
  @Override
  public synchronized void schedule(long milliseconds) {
    stop();
    ClientComms of = client();
    next = scheduler.schedule(() -> look(of), milliseconds, TimeUnit.MILLISECONDS);
  }

  private synchronized ClientComms client() {
    return Objects.requireNonNull(client, "Paho makes a client known before it uses it");
  }

  /** Sends a ping where one is due; Paho then asks for the next look. */
  private static void look(ClientComms client) {
    try {
      var unused = client.getClientState().checkForActivity(null);
    } catch (MqttException | RuntimeException e) {
      MqttException why = e instanceof MqttException told ? told : new MqttException(e);
      Thread thread =
          new Thread(() -> client.shutdownConnection(null, why, null), "mqtt-disconnect");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
