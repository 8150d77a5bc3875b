package givbridge.bench;

import givbridge.bench.Wiretap.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From a REST command to its answer, which says that the register was read back; nothing else goes
 * on. The commands take turns between two blocks of registers, so that none finds its block fresh.
 */
record RestCommand() implements Figure {
  private static final Duration REPLY = Duration.ofMillis(200);
  private static final double TARGET_MS = 20;
  private static final int WARM_UP = 20;
  private static final int SAMPLES = 30;

  /** A write, its echo, a read and its reply. */
  private static final int FRAMES = 4;

  private static final Duration WRITES_APART = Duration.ofMillis(700);

  @Override
  public String name() {
    return "REST command to verified answer, idle, at 200 ms a reply";
  }

  @Override
  public String target() {
    return "under 20 ms beyond the two reply times";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    try (Scene.Stage stage = scene.start(1, REPLY, "SELF_RUN_LOOP_TIMER=3600")) {
      List<Course> courses = new ArrayList<>();
      for (int i = 0; i < WARM_UP + SAMPLES; i++) {
        Pause.of(WRITES_APART);
        Optional<Course> course =
            i % 2 == 0 ? target(stage, 50 + i % 50) : schedule(stage, i % 4 == 1);
        if (i >= WARM_UP) {
          courses.add(course.orElseThrow());
        }
      }
      Samples own = Samples.ofNanos(courses, Course::own);
      return new Result(
          String.format(
              Locale.ROOT,
              "%s beyond the replies (%.1f to the write, %.1f from its echo to the read, %.1f after"
                  + " the last reply); with them %s",
              own,
              Samples.ofNanos(courses, Course::toWrite).median(),
              Samples.ofNanos(courses, Course::between).median(),
              Samples.ofNanos(courses, Course::after).median(),
              Samples.ofNanos(courses, Course::whole)),
          own.median() < TARGET_MS);
    }
  }

  /**
   * How long the parts of a command took, in nanoseconds.
   *
   * @param whole from the client's request to its answer
   * @param toWrite until the write passed before the plant
   * @param between from its echo to the request that reads it back
   * @param after from the reply to that to the client's answer
   */
  private record Course(long whole, long toWrite, long between, long after) {
    long own() {
      return toWrite + between + after;
    }
  }

  private static Optional<Course> target(Scene.Stage stage, int percent) throws Exception {
    return post(stage, "/setChargeTarget", "{\"chargeToPercent\": " + percent + "}");
  }

  private static Optional<Course> schedule(Scene.Stage stage, boolean on) throws Exception {
    String state = on ? "enable" : "disable";
    return post(stage, "/enableDischargeSchedule", "{\"state\": \"" + state + "\"}");
  }

  private static Optional<Course> post(Scene.Stage stage, String path, String body)
      throws Exception {
    List<Passed> all = stage.plants().tap(0).passed();
    int before = all.size();
    long asked = System.nanoTime();
    String answer = stage.http().post(path, body);
    long answered = System.nanoTime();
    List<Passed> passed =
        all.subList(before, all.size()).stream()
            .filter(it -> it.isRequest() || it.isReply())
            .toList();
    if (answer.contains("fail")) {
      throw new IllegalStateException(path + " " + body + " was answered with " + answer);
    }
    // While the program is new to the plant, it looks around in between.
    if (passed.size() != FRAMES || !passed.get(0).isWrite()) {
      return Optional.empty();
    }
    return Optional.of(
        new Course(
            answered - asked,
            passed.get(0).at() - asked,
            passed.get(2).at() - passed.get(1).at(),
            answered - passed.get(FRAMES - 1).at()));
  }
}
