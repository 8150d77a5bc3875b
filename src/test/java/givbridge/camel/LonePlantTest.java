package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.testing.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lone inverter is a plant of one member, of which the broker hears nothing. */
@Timeout(120)
class LonePlantTest {
  @Test
  void theApiAnswersWithItsOwnValuesAndThereAreNoTopics() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber subscriber = new Subscriber(broker.uri(), "#");
        Rig rig = Rig.start(RigPlan.of(broker.port(), "gen2-hybrid")).awaitData()) {
      String status = "GivEnergy/" + rig.serial(1) + "/Stats/status";
      int polls = 3;
      Rig.patiently()
          .until(
              () ->
                  subscriber.received().stream()
                          .filter(message -> message.topic().equals(status))
                          .count()
                      >= polls);

      JsonNode plant = rig.web().tree("/api/v1/plant");

      assertThat(plant.at("/Stats/Members/0").asText()).isEqualTo(rig.serial(1));
      assertThat(plant.at("/Power/SOC").isNumber()).isTrue();
      assertThat(rig.application().context().getRoutes())
          .extracting(route -> route.getRouteId())
          .noneMatch(id -> id.startsWith("plant-"));
      assertThat(subscriber.received())
          .noneMatch(message -> message.topic().startsWith("GivEnergy/plant"));
    }
  }
}
