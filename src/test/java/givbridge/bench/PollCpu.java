package givbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processor time of the whole process for a poll with everything that follows from it. */
record PollCpu() implements Figure {
  private static final double TARGET_MS = 5;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  /** What runs once a poll is compiled after some hundred polls; a bridge runs for months. */
  private static final Duration WARM_UP = Duration.ofMinutes(20);

  private static final int ROUNDS = 6;
  private static final int POLLS = 30;

  @Override
  public String name() {
    return "processor time a poll";
  }

  @Override
  public String target() {
    return "under 5 ms";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage =
            scene.start(
                1,
                Duration.ofMillis(20),
                "SELF_RUN_LOOP_TIMER=" + PERIOD.toSeconds(),
                "DONGLE_GAP=100");
        MqttPeer peer = scene.subscriber()) {
      Pause.of(WARM_UP);
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        double before = stage.product().cpuSeconds();
        Pause.of(PERIOD.multipliedBy(POLLS));
        nanos.add(Math.round((stage.product().cpuSeconds() - before) / POLLS * 1e9));
      }
      if (peer.arrivals().isEmpty()) {
        throw new IllegalStateException("the polls were not published");
      }
      Samples samples = Samples.ofNanos(nanos);
      return new Result(samples + " means of " + POLLS + " polls", samples.median() < TARGET_MS);
    }
  }
}
