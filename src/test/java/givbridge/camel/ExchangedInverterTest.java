package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.mqtt.EmbeddedBroker;
import givbridge.simulator.Simulator;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another inverter answers at an address that is in use. */
@Timeout(120)
class ExchangedInverterTest {
  @Test
  void theNewOneTakesThePlaceAndTheOldOneIsSaidToBeGone() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber all = new Subscriber(broker.uri(), "GivEnergy/#");
        Rig rig = Rig.start(RigPlan.of(broker.port(), "gen2-hybrid")).awaitData();
        Simulator other = Simulator.start(SimulatorOptions.living("ac-coupled"))) {
      String before = rig.serial(1);
      Rig.patiently().until(() -> heard(all, before + "/Stats/status", "online"));

      rig.wire(1).lead(other.port());

      Rig.patiently()
          .until(() -> rig.station(1).serial().filter(now -> !now.equals(before)).isPresent());
      String now = rig.serial(1);
      Rig.patiently().until(() -> heard(all, before + "/Stats/status", "offline"));
      Rig.patiently().until(() -> heard(all, now + "/Stats/status", "online"));
      Rig.patiently().until(() -> heard(all, now + "/" + now + "/Invertor_Type", "Ac"));
      all.send("GivEnergy/control/" + before + "/setChargeTarget", "61", false);
      all.send("GivEnergy/control/" + now + "/setChargeTarget", "62", false);
      Rig.patiently().until(() -> heard(all, now + "/Control/Target_SOC", "62"));
      assertThat(all.received())
          .noneMatch(one -> one.topic().equals("GivEnergy/result/" + before + "/setChargeTarget"));
    }
  }

  private static boolean heard(Subscriber subscriber, String path, String payload) {
    return subscriber.received().stream()
        .map(one -> new Received(one.topic(), one.payload(), false))
        .anyMatch(one -> one.equals(new Received("GivEnergy/" + path, payload, false)));
  }
}
