package givbridge.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * Resident memory with one inverter and the usual settings, and after a load of REST readers.
 *
 * @param prepared whether the classes were prepared by a run before, as in the image
 */
record Memory(boolean prepared) implements Figure {
  private static final double TARGET_MB = 100;
  private static final Duration AGE = Duration.ofMinutes(2);
  private static final Duration LOAD = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "resident memory, one inverter, after 2 minutes"
        + (prepared ? ", classes prepared as in the image" : "");
  }

  @Override
  public String target() {
    return "under 100 MB";
  }

  @Override
  public Result measure(Scene plain) throws Exception {
    Scene scene = prepared ? plain.prepared() : plain;
    try (Scene.Stage stage = scene.start(1, Duration.ofMillis(20))) {
      Pause.of(AGE);
      double calm = stage.product().residentMegabytes();
      try (HttpLoad load = new HttpLoad(stage.product().restPort(), "/readData")) {
        Pause.of(LOAD);
        load.durations();
      }
      double after = stage.product().residentMegabytes();
      double own = stage.product().ownMegabytes();
      return new Result(
          String.format(
              Locale.ROOT,
              "%.0f MB; %.0f MB after %d s of REST readers, %.0f MB of it not pages of files",
              calm,
              after,
              LOAD.toSeconds(),
              own),
          calm < TARGET_MB);
    }
  }
}
