package givbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From a REST command to its answer, which says that the register was read back; nothing else goes
 * on. The commands take turns between two blocks of registers, so that none finds its block fresh.
 */
record RestCommand() implements Figure {
  private static final Duration REPLY = Duration.ofMillis(200);
  private static final double TARGET_MS = 420;
  private static final int WARM_UP = 20;
  private static final int SAMPLES = 30;
  private static final Duration WRITES_APART = Duration.ofMillis(700);

  @Override
  public String name() {
    return "REST command to verified answer, idle, at 200 ms a reply";
  }

  @Override
  public String target() {
    return "two reply times + 20 ms = 420 ms";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage = scene.start(1, REPLY, "SELF_RUN_LOOP_TIMER=3600")) {
      List<Long> durations = new ArrayList<>();
      for (int i = 0; i < WARM_UP + SAMPLES; i++) {
        Pause.of(WRITES_APART);
        long duration = i % 2 == 0 ? target(stage, 50 + i % 50) : schedule(stage, i % 4 == 1);
        if (i >= WARM_UP) {
          durations.add(duration);
        }
      }
      Samples samples = Samples.ofNanos(durations);
      return new Result(samples.toString(), samples.median() < TARGET_MS);
    }
  }

  private static long target(Scene.Stage stage, int percent) throws Exception {
    return post(stage, "/setChargeTarget", "{\"chargeToPercent\": " + percent + "}");
  }

  private static long schedule(Scene.Stage stage, boolean on) throws Exception {
    String state = on ? "enable" : "disable";
    return post(stage, "/enableDischargeSchedule", "{\"state\": \"" + state + "\"}");
  }

  private static long post(Scene.Stage stage, String path, String body) throws Exception {
    long asked = System.nanoTime();
    String answer = stage.http().post(path, body);
    long took = System.nanoTime() - asked;
    if (answer.contains("fail") || took < REPLY.toNanos()) {
      throw new IllegalStateException(path + " " + body + " was answered with " + answer);
    }
    return took;
  }
}
