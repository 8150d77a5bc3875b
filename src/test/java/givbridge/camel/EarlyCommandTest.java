package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.mqtt.EmbeddedBroker;
import givbridge.simulator.Habits;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.Subscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A command that comes before the first data. */
@Timeout(120)
class EarlyCommandTest {
  private static final String SERIAL = "SA2125G301";

  /** The serial number comes with the first reply, the first data after some twenty more. */
  private static final Duration REPLY = Duration.ofMillis(400);

  @Test
  void isAnsweredOnItsOwnTopicAlthoughNothingIsKnownButTheSerialNumber() throws Exception {
    SimulatorOptions slow =
        SimulatorOptions.living("gen1-hybrid").with(Habits.prompt().withLatency(REPLY, REPLY));
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber results = new Subscriber(broker.uri(), "GivEnergy/result/#");
        Subscriber owner = new Subscriber(broker.uri(), "GivEnergy/nothing")) {
      owner.send("GivEnergy/control/" + SERIAL + "/setChargeRate", "50", true);
      try (Rig rig =
          Rig.start(RigPlan.of(broker.port(), "gen1-hybrid").withInverters(List.of(slow)))) {
        Rig.patiently().until(() -> !results.received().isEmpty());

        assertThat(rig.station(1).serial()).as("the data came too soon for this test").isEmpty();
        assertThat(results.received().get(0).topic())
            .isEqualTo("GivEnergy/result/" + SERIAL + "/setChargeRate");
      }
    }
  }
}
