package givbridge.bench;

import java.time.Duration;
import java.util.Locale;

/** How often a second sixteen clients get the tree by REST, while the inverter is polled. */
record ReadRate() implements Figure {
  private static final double TARGET_PER_SECOND = 10_000;
  private static final double TARGET_MS = 10;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "GET /readData, 16 connections";
  }

  @Override
  public String target() {
    return "over 10000/s, p99 under 10 ms";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage = scene.start(1, Duration.ofMillis(20));
        HttpLoad load = new HttpLoad(stage.product().restPort(), "/readData")) {
      Pause.of(WARM_UP);
      load.restart();
      Pause.of(MEASURED);
      double rate = load.perSecond();
      double p99 = load.durations().quantile(0.99);
      return new Result(
          String.format(Locale.ROOT, "%.0f/s, p99 %.1f ms; %s", rate, p99, load.durations()),
          rate > TARGET_PER_SECOND && p99 < TARGET_MS);
    }
  }
}
