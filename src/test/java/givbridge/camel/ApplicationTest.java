package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.modbus.Frame.Request;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.settings.SettingsLoader;
import givbridge.simulator.FaultKind;
import givbridge.simulator.FaultSpan;
import givbridge.simulator.Habits;
import givbridge.simulator.SimulatorOptions;
import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the program with odd plants around it. */
@Timeout(120)
class ApplicationTest {
  @TempDir private Path folder;

  @Test
  void aSilentInverterGoesOfflineByItselfAndTheOtherStaysOnline() throws Exception {
    ShiftedClock clock = new ShiftedClock();
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing("poll.camel.yaml", "defaultValue: \"10000\"", "defaultValue: \"300\"");
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber states = new Subscriber(broker.uri(), "GivEnergy/+/Stats/status");
        Rig rig =
            Rig.start(
                RigPlan.of(broker.port(), "gen2-hybrid", "ac-coupled")
                    .withClock(clock)
                    .withFolder(routes.path()))) {
      rig.awaitData();
      String silent = "GivEnergy/" + rig.serial(1) + "/Stats/status";
      String sound = "GivEnergy/" + rig.serial(2) + "/Stats/status";
      Rig.patiently()
          .untilAsserted(
              () -> {
                assertThat(last(states, silent)).isEqualTo("online");
                assertThat(last(states, sound)).isEqualTo("online");
              });
      double young = rig.rest(1).tree("/readData").at("/Stats/Data_Age").asDouble();
      rig.simulator(1).inject(FaultKind.ZOMBIE, new FaultSpan.During(Duration.ofHours(1)));
      // Once a request is tried again, no answer of before is on its way any more.
      int asked = rig.wire(1).requests().size();
      Rig.patiently().until(() -> rig.wire(1).requests().size() >= asked + 2);

      clock.skip(Duration.ofSeconds(70));

      Rig.patiently().until(() -> last(states, silent).equals("offline"));
      JsonNode stats = rig.rest(1).tree("/readData").path("Stats");
      assertThat(young).isBetween(0.0, 60.0);
      assertThat(stats.path("Data_Age").asDouble()).isGreaterThan(69);
      assertThat(stats.path("status").asText()).isEqualTo("offline");
      assertThat(rig.web().get("/health/ready").status()).isEqualTo(503);
      Rig.patiently().until(() -> last(states, sound).equals("online"));
      rig.simulator(1).clearFaults();
      Rig.patiently().until(() -> last(states, silent).equals("online"));
    }
  }

  @Test
  void theFirstPollWaitsForNoTimer() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing("poll.camel.yaml", "delay: \"{{delay}}\"", "delay: \"3600000\"");
    try (Rig rig =
        Rig.start(
            RigPlan.of(1, "gen2-hybrid").with("MQTT_OUTPUT", "false").withFolder(routes.path()))) {
      Rig.patiently().until(() -> rig.station(1).parts().state().snapshot().isPresent());

      assertThat(rig.station(1).view()).as("a tick that nobody wanted").isEmpty();
    }
  }

  private static String last(Subscriber subscriber, String topic) {
    return subscriber.received().stream()
        .filter(message -> message.topic().equals(topic))
        .reduce((before, after) -> after)
        .map(Received::payload)
        .orElse("");
  }

  @Test
  void aCommandOvertakesThePollThatIsUnderWay() throws Exception {
    Habits slow = Habits.prompt().withLatency(Duration.ofMillis(200), Duration.ofMillis(200));
    try (Rig rig =
        Rig.start(
            RigPlan.of(1)
                .withInverters(List.of(SimulatorOptions.living("gen3-hybrid").with(slow)))
                .with("MQTT_OUTPUT", "false")
                .with("SELF_RUN", "false"))) {
      rig.rest(1).get("/getData");
      rig.rest(1).post("/setChargeTarget", "50");
      int before = rig.wire(1).requests().size();
      CompletableFuture<Long> poll =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  rig.rest(1).get("/getData");
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                return System.nanoTime();
              });
      Rig.patiently().until(() -> rig.wire(1).requests().size() > before + 1);

      String answer = rig.rest(1).post("/setChargeTarget", "51").result();

      long answered = System.nanoTime();
      assertThat(answer).contains("was a success");
      assertThat(poll.join()).isGreaterThan(answered);
      List<Request> since = rig.wire(1).requests().subList(before, rig.wire(1).requests().size());
      assertThat(rig.wire(1).writesSince(before)).isEqualTo("116=51");
      assertThat(since.size()).isGreaterThan(8);
    }
  }

  @Test
  void ofTwoAddressesOfOneInverterTheSecondIsRefusedAndNamed() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Subscriber subscriber = new Subscriber(broker.uri(), "GivEnergy/+/Control/Mode");
        Rig rig = Rig.start(RigPlan.of(broker.port(), "gen2-hybrid", "gen2-hybrid"))) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  rig.application().inverters().all().stream()
                      .anyMatch(station -> station.excluded().isPresent()));
      rig.awaitData();
      int refused = rig.station(1).excluded().isPresent() ? 1 : 2;
      int used = 3 - refused;
      String reason = "it has the serial number of inverter " + used;
      Rig.patiently().until(() -> subscriber.received().size() > 1);

      assertThat(rig.rest(used).tree("/readData").has("Control")).isTrue();
      assertThat(rig.rest(refused).get("/getData").result()).contains(reason);
      assertThat(rig.rest(refused).post("/setChargeTarget", "50").result()).contains(reason);
      assertThat(rig.wire(refused).writesSince(0)).isEmpty();
      assertThat(rig.web().get("/health/ready").body()).contains(reason);
      assertThat(rig.rest(used).post("/setChargeTarget", "50").result()).contains("success");
    }
  }

  @Test
  void anInverterThatWasNeverReachedIsToldAsSuchOnEveryPath() throws Exception {
    int closed = Rig.freePorts(1);
    try (Rig rig =
        Rig.start(
            RigPlan.of(1)
                .with("MQTT_OUTPUT", "false")
                .with("INVERTOR_IP_1", "127.0.0.1:" + closed))) {
      assertThat(rig.rest(1).get("/readData").result())
          .isEqualTo("No register data cache exists, try again later");
      assertThat(rig.rest(1).get("/runAll").result())
          .isEqualTo("No register data cache exists, try again later");
      assertThat(rig.rest(1).get("/getData").result()).startsWith("Error: failed, ");
      assertThat(rig.rest(1).get("/getData", "Prefer", "handling=strict").status()).isEqualTo(503);
      assertThat(rig.rest(1).post("/setChargeTarget", "50").result()).contains("failed");
      assertThat(rig.web().tree("/api/v1/inverters").at("/inverters/0/state").asText())
          .isEqualTo("offline");
      assertThat(rig.web().get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void withoutAnInverterAndABrokerItBringsItsOwnAndSaysHowToUseThem() throws Exception {
    int first = Rig.freePorts(3);
    Map<String, String> environment = new TreeMap<>();
    environment.put("REST_HOST", "127.0.0.1");
    environment.put("REST_PORT", Integer.toString(first));
    environment.put("WEB_PORT", Integer.toString(first + 2));
    environment.put("SIMULATOR", "gen3-hybrid,ac-coupled");
    Path here = Path.of("");
    try (Application application =
        Application.assemble(
            SettingsLoader.load(environment, folder),
            here,
            Clock.systemUTC(),
            PendingKnowledge.begin())) {
      application.start();
      RestClient second = new RestClient("http://127.0.0.1:" + (first + 1));
      Rig.patiently().until(() -> second.tree("/readData").has("Control"));

      List<String> hints = application.demo().hints();
      assertThat(hints).hasSize(3);
      assertThat(hints.get(0)).contains("SIMULATED").contains("/status");
      assertThat(hints.get(2)).contains("-p " + application.demo().broker().orElseThrow().port());
    }
  }
}
