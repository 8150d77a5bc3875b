package givbridge.bench;

import givbridge.bench.MqttPeer.Arrival;
import givbridge.bench.Wiretap.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From the last register reply of a poll to the last MQTT message of its tree, all sections.
 *
 * @param readers whether clients read by REST as fast as they can meanwhile
 */
record FanOut(boolean readers) implements Figure {
  private static final double TARGET_MS = 10;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration MEASURED = Duration.ofSeconds(30);

  /** Messages with less time between them belong to one poll. */
  private static final long SAME_POLL = Duration.ofMillis(150).toNanos();

  private static final int WHOLE_TREE = 300;

  @Override
  public String name() {
    return "last register reply to last MQTT message" + (readers ? ", beside 16 REST readers" : "");
  }

  @Override
  public String target() {
    return "under 10 ms";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage =
            scene.start(1, Duration.ZERO, "SELF_RUN_LOOP_TIMER=2", "DONGLE_GAP=100");
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
      return result(bursts(peer.arrivals(), since), stage.plants().tap(0).passed());
    }
  }

  private static Result result(List<List<Arrival>> bursts, List<Passed> passed) {
    List<Long> durations = new ArrayList<>();
    int leaves = 0;
    for (List<Arrival> burst : bursts) {
      long first = burst.get(0).at();
      long reply =
          passed.stream()
              .filter(Passed::isReply)
              .mapToLong(Passed::at)
              .filter(it -> it < first)
              .max()
              .orElseThrow();
      durations.add(burst.get(burst.size() - 1).at() - reply);
      leaves = burst.size();
    }
    Samples samples = Samples.ofNanos(durations);
    return new Result(samples + " (" + leaves + " messages a poll)", samples.median() < TARGET_MS);
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
