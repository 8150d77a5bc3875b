package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.mqtt.EmbeddedBroker;
import givbridge.settings.SettingsLoader;
import givbridge.simulator.FaultKind;
import givbridge.simulator.FaultSpan;
import givbridge.tables.FaultsException;
import givbridge.testing.Subscriber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The routes themselves: that all of them work, and that a user's own are taken. */
@Timeout(120)
class RoutesTest {
  @TempDir private Path folder;

  /** A client whose broker takes nothing. */
  public static final class Hung {
    public void publish() throws MqttException {
      throw new MqttException(new TimeoutException("no answer"));
    }
  }

  private static final String[] OWN = {
    "- route:",
    "    id: own",
    "    routeConfigurationId: mqtt-errors",
    "    from:",
    "      uri: direct",
    "      parameters:",
    "        name: own",
    "      steps:",
    "        - setBody:",
    "            expression:",
    "              constant:",
    "                expression: mine",
    "        - bean:",
    "            beanType: givbridge.camel.RoutesTest$Hung",
    "            method: publish",
  };

  @Test
  void everyStepOfEveryRouteIsUsedAndSoAreTheUsersOwn() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing("poll.camel.yaml", "defaultValue: \"10000\"", "defaultValue: \"300\"")
            .with("own.camel.yaml", OWN);
    Map<String, Long> uses = new TreeMap<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
      RigPlan plan =
          RigPlan.of(broker.port(), "gen1-hybrid", "ac-coupled").withFolder(routes.path());
      try (Rig rig = Rig.start(plan)) {
        useWhileItPolls(rig.awaitData(), broker);
        count(rig.application().context(), uses);
      }
      try (Rig rig = Rig.start(plan.with("SELF_RUN", "false"))) {
        useOnDemand(rig);
        count(rig.application().context(), uses);
        assertThat(rig.application().context().getManagementStrategy().getEventNotifiers())
            .as("whoever listens to events slows every step down")
            .isEmpty();
      }
    }

    assertThat(uses).hasSizeGreaterThan(60).containsKey("own.camel.yaml:13 bean");
    assertThat(uses.keySet()).anyMatch(step -> step.startsWith("plant.camel.yaml"));
    // Camel lists the steps of an error policy for one of its routes alone; their answers prove
    // them.
    uses.keySet().removeIf(step -> step.startsWith("errors."));
    assertThat(uses).allSatisfy((step, times) -> assertThat(times).as(step).isPositive());
  }

  private static void useWhileItPolls(Rig rig, EmbeddedBroker broker) throws Exception {
    String inverter = "/api/v1/inverters/" + rig.serial(1);
    rig.rest(1).get("/getCache");
    for (String path :
        List.of(
            "/api/v1/inverters",
            "/api/v1/plant",
            inverter,
            inverter + "/snapshot",
            inverter + "/commands")) {
      assertThat(rig.web().get(path).status()).isEqualTo(200);
    }
    rig.web().get("/api/v1/openapi.json");
    rig.web().post(inverter + "/commands/openTheWindow", "");
    assertThat(rig.web().get(inverter + "0").header("Content-Type"))
        .isEqualTo("application/problem+json");
    rig.web().get("/health/live");
    rig.web().get("/health/ready");
    assertThat(rig.application().context().createProducerTemplate().requestBody("direct:own", ""))
        .isEqualTo("mine");
    try (Subscriber client = new Subscriber(broker.uri(), "GivEnergy/#")) {
      Rig.patiently()
          .until(
              () -> {
                client.send("GivEnergy/control/" + rig.serial(1) + "/setChargeTarget", "61", false);
                return client.received().stream()
                    .anyMatch(message -> message.topic().startsWith("GivEnergy/result"));
              });
    }
    try (Subscriber client = new Subscriber(broker.uri(), "GivEnergy/plant/#")) {
      Rig.patiently().until(() -> client.payloads().contains("online"));
    }
    // Something is found besides, and the state is told on its own clock.
    Rig.patiently()
        .until(
            () ->
                rig.station(1).parts().state().snapshot().orElseThrow().topology().devices().size()
                    > 2);
  }

  private static void useOnDemand(Rig rig) throws Exception {
    rig.rest(1).get("/runAll");
    rig.rest(1).get("/getData");
    rig.rest(1).get("/readData");
    rig.rest(1).post("/setChargeTarget", "60");
    rig.rest(1).post("/switchRate", "Day");
    rig.simulator(1).inject(FaultKind.ZOMBIE, new FaultSpan.During(Duration.ofSeconds(60)));
    assertThat(rig.rest(1).get("/runAll").json().has("Control")).isTrue();
    assertThat(rig.rest(1).get("/getData").result()).startsWith("Error: failed, ");
  }

  /** Adds how often each step was used, by file, line and kind, in whichever route it ran. */
  private static void count(CamelContext context, Map<String, Long> uses) throws Exception {
    ManagedCamelContext managed =
        context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    for (Route route : context.getRoutes()) {
      for (String id : managed.getManagedRoute(route.getRouteId()).processorIds()) {
        ManagedProcessorMBean step = managed.getManagedProcessor(id);
        String file = Path.of(step.getSourceLocation()).getFileName().toString();
        uses.merge(
            file + ":" + step.getSourceLineNumber() + " " + step.getProcessorName(),
            step.getExchangesTotal(),
            Long::sum);
      }
    }
  }

  private void start(Path of) throws Exception {
    int port = Rig.freePorts(2);
    Map<String, String> environment =
        Map.of(
            "REST_HOST", "127.0.0.1",
            "REST_PORT", Integer.toString(port),
            "WEB_PORT", Integer.toString(port + 1),
            "INVERTOR_IP_1", "127.0.0.1:1",
            "SELF_RUN", "false");
    try (Application application =
        Application.assemble(
            SettingsLoader.load(environment, of),
            of,
            Clock.systemUTC(),
            PendingKnowledge.begin())) {
      application.start();
    }
  }

  private String failure(RouteFolder routes) {
    try {
      start(routes.path());
    } catch (Exception e) {
      return StartFailure.inWords(e);
    }
    throw new AssertionError("the program starts");
  }

  @Test
  void aMisspeltStepEndsTheStartAndIsNamedWithItsFile() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .with(
                "own.camel.yaml",
                "- route:",
                "    from:",
                "      uri: direct:own",
                "      steps:",
                "        - setBodi:",
                "            constant: x");

    assertThat(failure(routes)).contains("own.camel.yaml").contains("setBodi");
  }

  @Test
  void aStepThatCallsABeanThatIsNotThereEndsTheStartAndIsNamed() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder).replacing("publish.camel.yaml", "method: keep", "method: keeps");

    assertThat(failure(routes)).contains("keeps");
  }

  @Test
  void aFolderWithoutRoutesIsAFaultThatSaysWhatToDo() throws Exception {
    assertThatThrownBy(() -> start(folder))
        .isInstanceOf(FaultsException.class)
        .hasMessageContaining("routes")
        .hasMessageContaining("start the program where its routes are");
    Files.createDirectory(folder.resolve("routes"));
    assertThatThrownBy(() -> start(folder))
        .isInstanceOf(FaultsException.class)
        .hasMessageContaining("the folder holds no file *.camel.yaml");
  }
}
