package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.simulator.FaultKind;
import givbridge.simulator.FaultSpan;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Two inverters that stand still, and what they are together while both, one and none answer. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlantTest {
  private static final String TOTAL = "/Energy/Total/PV_Energy_Total_kWh";
  private static final String PV = "/Power/PV_Power";

  private static final ShiftedClock CLOCK = new ShiftedClock();
  private static EmbeddedBroker broker;
  private static Subscriber subscriber;
  private static Rig rig;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(0);
    subscriber = new Subscriber(broker.uri(), "#");
    rig =
        Rig.start(
            RigPlan.of(broker.port())
                .withInverters(List.of(still("gen1-hybrid"), still("gen2-hybrid")))
                .with("MQTT_TOPIC_2", "Second")
                .withClock(CLOCK));
    rig.awaitData();
  }

  @AfterAll
  static void stop() throws Exception {
    rig.close();
    subscriber.close();
    broker.close();
  }

  private static SimulatorOptions still(String profile) {
    return SimulatorOptions.living(profile).with(Clock.systemUTC(), 0);
  }

  private static JsonNode plant() throws Exception {
    return rig.web().tree("/api/v1/plant");
  }

  private static BigDecimal own(int number, String path) throws Exception {
    return new BigDecimal(rig.rest(number).tree("/readData").at(path).asText());
  }

  private static long timeouts() {
    return rig.station(1).parts().lane().statistics().requests().timeouts();
  }

  private static String last(String topic) {
    return subscriber.received().stream()
        .filter(message -> message.topic().equals(topic))
        .reduce((before, after) -> after)
        .map(Received::payload)
        .orElse("");
  }

  @Test
  @Order(1)
  void theApiGivesTheSumsOfWhatTheInvertersShow() throws Exception {
    assertThat(rig.web().get("/api/v1/plant").header("Content-Type")).isEqualTo("application/json");
    JsonNode plant = plant();

    assertThat(plant.at(PV).decimalValue())
        .isEqualByComparingTo(own(1, "/Power" + PV).add(own(2, "/Power" + PV)));
    assertThat(plant.at(TOTAL).decimalValue())
        .isEqualByComparingTo(own(1, TOTAL).add(own(2, TOTAL)))
        .isPositive();
    assertThat(plant.at("/Stats/Partial").isBoolean()).isTrue();
    assertThat(plant.at("/Stats/Partial").asBoolean()).isFalse();
    assertThat(plant.at("/Stats/Members"))
        .extracting(JsonNode::asText)
        .containsExactly(rig.serial(1), rig.serial(2));
    assertThat(plant.at("/Stats/Members_Missing")).isEmpty();
    assertThat(plant.at("/Stats/status").asText()).isEqualTo("online");
  }

  @Test
  @Order(2)
  void theSameStandsAtTheBrokerBesideTheInvertersUnderTheirOwnRoots() throws Exception {
    String total = plant().at(TOTAL).asText();

    Rig.patiently().until(() -> last("GivEnergy/plant" + TOTAL).equals(total));
    // These follow the total; those of the view before may have told of one inverter alone.
    Rig.patiently().until(() -> last("GivEnergy/plant/Stats/Partial").equals("False"));
    String members = rig.serial(1) + "," + rig.serial(2);
    Rig.patiently().until(() -> last("GivEnergy/plant/Stats/Members").equals(members));
    Rig.patiently().until(() -> !last("GivEnergy/" + rig.serial(1) + TOTAL).isEmpty());
    Rig.patiently().until(() -> !last("Second/" + rig.serial(2) + TOTAL).isEmpty());
    assertThat(subscriber.received())
        .noneMatch(message -> message.topic().startsWith("GivEnergy/" + rig.serial(2)))
        .noneMatch(message -> message.topic().startsWith("Second/plant"));
  }

  @Test
  @Order(3)
  void whileOneIsSilentTheOtherGoesOnAtItsPaceAndTheSumsArePartial() throws Exception {
    BigDecimal sound = own(2, "/Power" + PV);
    rig.simulator(1).inject(FaultKind.ZOMBIE, new FaultSpan.During(Duration.ofHours(1)));
    // Nothing that was under way is read as if it were of later.
    long unanswered = timeouts();
    Rig.patiently().until(() -> timeouts() > unanswered + 1);
    CLOCK.skip(Duration.ofSeconds(70));
    Rig.patiently().until(() -> last("GivEnergy/plant/Stats/Partial").equals("True"));
    Rig.patiently()
        .until(() -> last("GivEnergy/plant/Stats/Members_Missing").equals(rig.serial(1)));
    long before = rig.station(2).parts().state().snapshot().orElseThrow().report().number();
    long began = System.nanoTime();

    Rig.patiently()
        .until(
            () ->
                rig.station(2).parts().state().snapshot().orElseThrow().report().number()
                    >= before + 4);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
    JsonNode plant = plant();
    assertThat(plant.at(PV).decimalValue()).isEqualByComparingTo(sound);
    assertThat(plant.at(TOTAL).isMissingNode()).isTrue();
    assertThat(plant.at("/Stats/status").asText()).isEqualTo("online");
    Rig.patiently().until(() -> last("GivEnergy/plant" + TOTAL).isEmpty());
  }

  @Test
  @Order(4)
  void whatItsCounterShowedBeforeTheSilenceItShowsAgainAfterItAndNeverLess() throws Exception {
    rig.simulator(1).clearFaults();

    Rig.patiently().until(() -> last("GivEnergy/plant/Stats/Partial").equals("False"));
    BigDecimal total = own(1, TOTAL).add(own(2, TOTAL));
    Rig.patiently().until(() -> !last("GivEnergy/plant" + TOTAL).isEmpty());
    assertThat(new BigDecimal(last("GivEnergy/plant" + TOTAL))).isEqualByComparingTo(total);
    assertThat(subscriber.received())
        .filteredOn(message -> message.topic().equals("GivEnergy/plant" + TOTAL))
        .extracting(Received::payload)
        .filteredOn(text -> !text.isEmpty() && !text.equals("None"))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(new BigDecimal(text)).isEqualByComparingTo(total));
  }

  @Test
  @Order(5)
  void whenTheProgramEndsTheBrokerSaysThatThePlantIsOffline() throws Exception {
    rig.application().close();

    Rig.patiently().until(() -> last("GivEnergy/plant/Stats/status").equals("offline"));
  }
}
