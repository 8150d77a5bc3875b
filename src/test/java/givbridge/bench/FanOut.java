package givbridge.bench;

import givbridge.bench.MqttPeer.Arrival;
import givbridge.bench.Wiretap.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * From the last register reply of a poll to the last MQTT message of its tree, all sections: when
 * it reaches the broker, which is the program's own part, and when it reaches a subscriber.
 *
 * @param profile the plant
 * @param readers whether clients read by REST as fast as they can meanwhile
 * @param targetMs what is aimed at
 */
record FanOut(String profile, boolean readers, double targetMs) implements Figure {
  private static final Duration WARM_UP = Duration.ofSeconds(120);
  private static final Duration MEASURED = Duration.ofSeconds(30);

  /** Messages with less time between them belong to one poll. */
  private static final long SAME_POLL = Duration.ofMillis(150).toNanos();

  private static final int WHOLE_TREE = 300;

  @Override
  public String name() {
    return "last register reply to last MQTT message, "
        + profile
        + (readers ? ", beside 16 REST readers" : "");
  }

  @Override
  public String target() {
    return "under %.0f ms".formatted(targetMs);
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    Queue<Long> sendings = new ConcurrentLinkedQueue<>();
    Plants plants = Plants.of(profile, Duration.ZERO);
    Relay relay =
        plants.relay(
            scene.broker().port(),
            (at, fromServer, bytes) -> {
              if (!fromServer) {
                sendings.add(at);
              }
            });
    return measure(scene, plants, relay, sendings);
  }

  private Result measure(Scene scene, Plants plants, Relay relay, Queue<Long> sendings)
      throws Exception {
    try (Scene.Stage stage =
            scene.start(
                plants,
                "SELF_RUN_LOOP_TIMER=2",
                "DONGLE_GAP=100",
                "DONGLE_BUDGET=600",
                "MQTT_PORT=" + relay.port());
        MqttPeer peer = scene.subscriber()) {
      Pause.of(WARM_UP);
      long since = System.nanoTime();
      if (readers) {
        try (HttpLoad load = new HttpLoad(stage.product().restPort(), "/readData")) {
          Pause.of(MEASURED);
          load.durations();
        }
      } else {
        Pause.of(MEASURED);
      }
      return result(bursts(peer.arrivals(), since), plants.tap(0).passed(), List.copyOf(sendings));
    }
  }

  private Result result(List<List<Arrival>> bursts, List<Passed> passed, List<Long> sendings) {
    List<Long> own = new ArrayList<>();
    List<Long> whole = new ArrayList<>();
    int leaves = 0;
    for (List<Arrival> burst : bursts) {
      long first = burst.get(0).at();
      long last = burst.get(burst.size() - 1).at();
      long reply =
          lastBefore(first, passed.stream().filter(Passed::isReply).map(Passed::at).toList());
      own.add(lastBefore(last, sendings) - reply);
      whole.add(last - reply);
      leaves = burst.size();
    }
    Samples toBroker = Samples.ofNanos(own);
    return new Result(
        "to the broker "
            + toBroker
            + "; to a subscriber "
            + Samples.ofNanos(whole)
            + " ("
            + leaves
            + " messages a poll)",
        toBroker.median() < targetMs);
  }

  private static long lastBefore(long end, List<Long> times) {
    return times.stream().mapToLong(Long::longValue).filter(it -> it < end).max().orElseThrow();
  }

  private static List<List<Arrival>> bursts(List<Arrival> arrivals, long since) {
    List<List<Arrival>> bursts = new ArrayList<>();
    long last = 0;
    for (Arrival arrival : arrivals) {
      if (arrival.at() < since) {
        continue;
      }
      if (arrival.at() - last > SAME_POLL) {
        bursts.add(new ArrayList<>());
      }
      last = arrival.at();
      bursts.get(bursts.size() - 1).add(arrival);
    }
    return bursts.stream().filter(burst -> burst.size() >= WHOLE_TREE).toList();
  }
}
