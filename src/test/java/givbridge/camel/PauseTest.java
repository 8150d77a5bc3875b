package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.mqtt.EmbeddedBroker;
import givbridge.simulator.FaultKind;
import givbridge.simulator.FaultSpan;
import givbridge.testing.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data adapter that gives nothing is left alone for a while, if its user wants that. */
class PauseTest {
  @TempDir private Path folder;

  private static boolean shows(Subscriber subscriber, String topic, String payload) {
    return subscriber.received().stream()
        .filter(message -> message.topic().equals(topic))
        .reduce((before, after) -> after)
        .filter(message -> message.payload().equals(payload))
        .isPresent();
  }

  @Test
  void nothingIsSentToItMeanwhileAndWhatCameByMqttIsSentAfterwardsOnce() throws Exception {
    ShiftedClock clock = new ShiftedClock();
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing("poll.camel.yaml", "defaultValue: \"10000\"", "defaultValue: \"300\"");
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber heard = new Subscriber(broker.uri(), "GivEnergy/#");
        Rig rig =
            Rig.start(
                RigPlan.of(broker.port(), "gen2-hybrid")
                    .with("DONGLE_PAUSE", "600")
                    // Two polls without data begin a pause: dialling anew takes up to half a
                    // period,
                    // and half a second of rest, which must be over before the second.
                    .with("SELF_RUN_LOOP_TIMER", "3")
                    .with("SELF_RUN_LOOP_TIMER_FULL", "6")
                    .withClock(clock)
                    .withFolder(routes.path()))) {
      rig.awaitData();
      rig.rest(1).post("/setChargeTarget", "50");
      String status = "GivEnergy/" + rig.serial(1) + "/Stats/status";
      rig.simulator(1).inject(FaultKind.ZOMBIE, new FaultSpan.During(Duration.ofHours(2)));
      Rig.patiently().until(() -> shows(heard, status, "paused"));
      int before = rig.wire(1).requests().size();

      String answer = rig.rest(1).post("/setChargeTarget", "70").result();
      for (int i = 0; i < 2; i++) {
        heard.send("GivEnergy/control/" + rig.serial(1) + "/setChargeTarget", "60", false);
      }

      assertThat(answer).contains("failed").contains("not sent");
      assertThat(rig.rest(1).get("/getData").result()).contains("left alone");
      assertThat(rig.wire(1).requests()).hasSize(before);

      rig.simulator(1).clearFaults();
      clock.skip(Duration.ofMinutes(10));
      String result = "GivEnergy/result/" + rig.serial(1) + "/setChargeTarget";
      Rig.patiently()
          .until(
              () -> heard.received().stream().filter(m -> m.topic().equals(result)).count() == 2);

      assertThat(rig.wire(1).writesSince(before)).isEqualTo("116=60");
      Rig.patiently().until(() -> shows(heard, status, "online"));
    }
  }
}
