package givbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a hundred inverters cost that are read every ten seconds. */
record Hundred() implements Figure {
  private static final int INVERTERS = 100;
  private static final double TARGET_CORES = 0.25;
  private static final double TARGET_MB = 150;

  /** What was silent at first is looked for three times, the last two and a half minutes later. */
  private static final Duration WARM_UP = Duration.ofMinutes(4);

  private static final int ROUNDS = 6;
  private static final Duration ROUND = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "100 inverters at 10 s: processor, memory";
  }

  @Override
  public String target() {
    return "under 0.25 of a core, under 150 MB";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage =
        scene.start(INVERTERS, Duration.ofMillis(20), "SELF_RUN_LOOP_TIMER=10")) {
      Pause.of(WARM_UP);
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        double before = stage.product().cpuSeconds();
        Pause.of(ROUND);
        shares.add((stage.product().cpuSeconds() - before) / ROUND.toSeconds() * 100);
      }
      Samples samples =
          Samples.of("% of a core", shares.stream().mapToDouble(Double::doubleValue).toArray());
      double memory = stage.product().residentMegabytes();
      return new Result(
          String.format(Locale.ROOT, "%s; %.0f MB", samples, memory),
          samples.median() < 100 * TARGET_CORES && memory < TARGET_MB);
    }
  }
}
