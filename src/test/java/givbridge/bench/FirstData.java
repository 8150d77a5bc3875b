package givbridge.bench;

import givbridge.bench.Wiretap.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to the first tree by REST. */
record FirstData() implements Figure {
  private static final double TARGET_MS = 3000;
  private static final int STARTS = 7;
  private static final Duration REPLY = Duration.ofMillis(20);

  @Override
  public String name() {
    return "start to first data, at 20 ms a reply";
  }

  @Override
  public String target() {
    return "under 3 s beyond replies and gaps";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    List<Long> all = new ArrayList<>();
    List<Long> beyond = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Scene.Stage stage = scene.start(1, REPLY)) {
        long data = System.nanoTime();
        long whole = data - stage.product().startedAt();
        all.add(whole);
        beyond.add(whole - reading(stage.plants().tap(0).passed(), data));
      }
    }
    Samples own = Samples.ofNanos(beyond);
    return new Result(
        own + " beyond replies and gaps; with them " + Samples.ofNanos(all),
        own.quantile(1) < TARGET_MS);
  }

  /** From the first request to the last reply before the data: replies and the gaps between. */
  private static long reading(List<Passed> passed, long data) {
    long first = passed.stream().filter(Passed::isRequest).findFirst().orElseThrow().at();
    long last =
        passed.stream()
            .filter(Passed::isReply)
            .mapToLong(Passed::at)
            .filter(it -> it < data)
            .max()
            .orElseThrow();
    return last - first;
  }
}
