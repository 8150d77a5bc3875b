package givbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The broker's own part of the fan-out: as many messages of the same kind, sent in one piece by a
 * bare client, from the first to the last arrival. No program can be faster with this broker.
 */
record BrokerAlone() implements Figure {
  private static final int MESSAGES = 412;
  private static final int WARM_UP = 20;
  private static final int SAMPLES = 30;
  private static final Duration APART = Duration.ofMillis(500);
  private static final String TOPIC = "GivEnergy/SA2125G001/Battery_Details/Battery_Stack_1/Cell_";

  @Override
  public String name() {
    return "412 messages through the broker alone";
  }

  @Override
  public String target() {
    return "none, for comparison";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (MqttPeer peer = scene.subscriber()) {
      List<Long> durations = new ArrayList<>();
      for (int i = 0; i < WARM_UP + SAMPLES; i++) {
        Pause.of(APART);
        int before = peer.arrivals().size();
        long sent = peer.sendAll(TOPIC, MESSAGES);
        Pause.until(
            "all messages",
            Duration.ofSeconds(10),
            () -> peer.arrivals().size() >= before + MESSAGES);
        if (i >= WARM_UP) {
          durations.add(peer.arrivals().get(before + MESSAGES - 1).at() - sent);
        }
      }
      return new Result(Samples.ofNanos(durations).toString(), true);
    }
  }
}
