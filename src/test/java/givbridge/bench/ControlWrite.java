package givbridge.bench;

import givbridge.bench.Wiretap.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * From a control message to the write frame at the dongle.
 *
 * @param midPoll whether it comes while a poll waits for a reply; else nothing else goes on
 */
record ControlWrite(boolean midPoll) implements Figure {
  private static final Duration REPLY = Duration.ofMillis(200);
  private static final double IDLE_TARGET_MS = 10;
  private static final double MID_POLL_TARGET_MS = 220;
  private static final int WARM_UP = 20;
  private static final int SAMPLES = 30;
  private static final String COMMAND = "setChargeTarget";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration WRITES_APART = Duration.ofMillis(700);

  @Override
  public String name() {
    return "control message to write frame, "
        + (midPoll ? "in mid-poll at 200 ms a reply" : "idle");
  }

  @Override
  public String target() {
    return midPoll ? "one reply time + 20 ms = 220 ms" : "under 10 ms";
  }

  @Override
  public Result measure(Scene scene) throws Exception {
    String period = "SELF_RUN_LOOP_TIMER=" + (midPoll ? 2 : 3600);
    try (Scene.Stage stage = scene.start(1, midPoll ? REPLY : Duration.ZERO, period);
        MqttPeer peer = scene.subscriber()) {
      List<Long> durations = new ArrayList<>();
      Random random = new Random(1);
      for (int i = 0; i < WARM_UP + SAMPLES; i++) {
        Pause.of(WRITES_APART);
        if (midPoll) {
          awaitPoll(stage.plants().tap(0), random);
        }
        long duration = measureOne(stage, peer, i);
        if (i >= WARM_UP) {
          durations.add(duration);
        }
      }
      Samples samples = Samples.ofNanos(durations);
      double target = midPoll ? MID_POLL_TARGET_MS : IDLE_TARGET_MS;
      return new Result(samples.toString(), samples.quantile(midPoll ? 1 : 0.5) < target);
    }
  }

  private static long measureOne(Scene.Stage stage, MqttPeer peer, int number) {
    long sent = peer.send(stage.control(COMMAND), Integer.toString(50 + number % 50));
    Wiretap tap = stage.plants().tap(0);
    Pause.until("a write frame", PATIENCE, () -> write(tap, sent).isPresent());
    peer.await("GivEnergy/result/", sent);
    return write(tap, sent).orElseThrow() - sent;
  }

  private static OptionalLong write(Wiretap tap, long since) {
    return tap.passed().stream()
        .filter(Passed::isWrite)
        .mapToLong(Passed::at)
        .filter(it -> it > since)
        .findFirst();
  }

  /** Waits until a read of a poll is under way, and then a part of its reply time. */
  private static void awaitPoll(Wiretap tap, Random random) {
    int before = tap.passed().size();
    Pause.until(
        "the next poll",
        PATIENCE,
        () -> tap.passed().stream().skip(before).anyMatch(Passed::isRequest));
    Pause.of(REPLY.multipliedBy(random.nextInt(80)).dividedBy(100));
  }
}
