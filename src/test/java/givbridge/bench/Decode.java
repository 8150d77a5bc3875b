package givbridge.bench;

import givbridge.view.RecordedPlant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every register of the largest plant into values, in this process once it is warm. */
record Decode() implements Figure {
  private static final String PLANT = "three-phase";
  private static final double TARGET_MS = 1;
  private static final int WARM_UP = 3000;
  private static final int SAMPLES = 300;

  @Override
  public String name() {
    return "decode of a whole plant";
  }

  @Override
  public String target() {
    return "under 1 ms";
  }

  @Override
  public Result measure(Scene scene) {
    RecordedPlant plant = RecordedPlant.of(PLANT);
    List<Long> durations = new ArrayList<>();
    int values = 0;
    for (int i = 0; i < WARM_UP + SAMPLES; i++) {
      long before = System.nanoTime();
      values += plant.snapshot(RecordedPlant.READ.plus(Duration.ofSeconds(i))).blocks().size();
      if (i >= WARM_UP) {
        durations.add(System.nanoTime() - before);
      }
    }
    Samples samples = Samples.ofNanos(durations);
    return new Result(
        samples + " (" + values / (WARM_UP + SAMPLES) + " blocks)", samples.median() < TARGET_MS);
  }
}
