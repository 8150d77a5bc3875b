package givbridge.bench;

import givbridge.bench.Wiretap.Passed;
import givbridge.modbus.LanePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the start of the process to the first tree by REST.
 *
 * @param remembered whether the plant was read by a process before
 * @param prepared whether the classes were prepared by a run before, as in the image
 */
record FirstData(boolean remembered, boolean prepared) implements Figure {
  private static final Duration LEARNT = Duration.ofSeconds(6);
  private static final int STARTS = 7;
  private static final Duration REPLY = Duration.ofMillis(20);

  @Override
  public String name() {
    return "start to first data, at 20 ms a reply"
        + (remembered ? ", of a remembered plant" : "")
        + (prepared ? ", classes prepared as in the image" : "");
  }

  @Override
  public String target() {
    return "under %.0f s beyond replies and gaps".formatted(targetMs() / 1000);
  }

  /** The rest that a data adapter wants between accepting and the first request: a gap, too. */
  private static final long REST = LanePolicy.defaults().connection().settle().toNanos();

  /**
   * A start, in nanoseconds.
   *
   * @param toConnection until the plant accepts
   * @param idle from the end of the rest after that to the first request
   * @param reading from that to the last reply before the data: replies and the gaps between
   * @param after from that reply to the data
   */
  private record Course(long toConnection, long idle, long reading, long after) {
    long beyond() {
      return toConnection + idle + after;
    }

    long whole() {
      return beyond() + REST + reading;
    }
  }

  @Override
  public Result measure(Scene plain) throws Exception {
    Scene scene = prepared ? plain.prepared() : plain;
    List<Course> courses = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Scene.Stage stage = remembered ? again(scene) : scene.start(1, REPLY)) {
        long data = System.nanoTime();
        courses.add(course(stage.plants().tap(0), stage.product().startedAt(), data));
      }
    }
    Samples own = Samples.ofNanos(courses, Course::beyond);
    return new Result(
        String.format(
            Locale.ROOT,
            "%s beyond replies and gaps (%.0f ms to the connection, %.0f from the end of the rest"
                + " after it to the first request, %.0f after the last reply); with them %s",
            own,
            Samples.ofNanos(courses, Course::toConnection).median(),
            Samples.ofNanos(courses, Course::idle).median(),
            Samples.ofNanos(courses, Course::after).median(),
            Samples.ofNanos(courses, Course::whole)),
        own.median() < targetMs());
  }

  private double targetMs() {
    return remembered ? 1000 : 3000;
  }

  private static Scene.Stage again(Scene scene) throws Exception {
    Scene.Stage before = scene.start(1, REPLY);
    Pause.of(LEARNT);
    return scene.again(before);
  }

  private static Course course(Wiretap tap, long started, long data) {
    long accepted = tap.accepted().stream().filter(it -> it > started).findFirst().orElseThrow();
    long first =
        tap.passed().stream()
            .filter(Passed::isRequest)
            .mapToLong(Passed::at)
            .filter(it -> it > started)
            .findFirst()
            .orElseThrow();
    long last =
        tap.passed().stream()
            .filter(Passed::isReply)
            .mapToLong(Passed::at)
            .filter(it -> it < data)
            .max()
            .orElseThrow();
    return new Course(accepted - started, first - accepted - REST, last - first, data - last);
  }
}
