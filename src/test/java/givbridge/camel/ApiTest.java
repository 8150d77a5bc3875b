package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.camel.RestClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The new API, its description and the health paths. */
@Timeout(120)
@ExtendWith(SharedRig.Provider.class)
class ApiTest {
  private static final String API = "/api/v1";
  private static final String INVERTERS = API + "/inverters";

  private static Rig rig;

  @BeforeAll
  static void start(SharedRig running) {
    rig = running.rig();
  }

  @Test
  void allInvertersAreListedWithNumberStateSerialAndModel() throws Exception {
    JsonNode all = rig.web().tree(INVERTERS).path("inverters");

    assertThat(all).hasSize(2);
    for (int number = 1; number <= 2; number++) {
      JsonNode one = all.get(number - 1);
      assertThat(one.path("number").asInt()).isEqualTo(number);
      assertThat(one.path("state").asText()).isEqualTo("online");
      assertThat(one.path("serial").asText()).isEqualTo(rig.serial(number));
      assertThat(one.path("model").asText()).isNotEmpty();
    }
  }

  @Test
  void anInverterTellsItsDevicesItsLastPollAndItsConnection() throws Exception {
    JsonNode one = rig.web().tree(INVERTERS + "/" + rig.serial(1));

    assertThat(one.path("state").asText()).isEqualTo("online");
    assertThat(one.path("connection").isObject()).isTrue();
    assertThat(one.path("refused").isObject()).isTrue();
    assertThat(one.toString()).contains(rig.serial(1));
  }

  @Test
  void theSnapshotIsTheTreeOfTheClassicPaths() throws Exception {
    JsonNode snapshot = rig.web().tree(INVERTERS + "/" + rig.serial(2) + "/snapshot");
    JsonNode classic = rig.rest(2).tree("/readData");

    assertThat(snapshot.fieldNames()).toIterable().containsAll(classic::fieldNames);
    assertThat(snapshot.path("Control").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> classic.path("Control").fieldNames());
  }

  @Test
  void theCommandsAreListedWithTheLimitsOfThisInverter() throws Exception {
    JsonNode commands =
        rig.web().tree(INVERTERS + "/" + rig.serial(1) + "/commands").path("commands");

    assertThat(commands).isNotEmpty();
    JsonNode target = named(commands, "setChargeTarget");
    assertThat(target.path("offered").asBoolean()).isTrue();
    assertThat(target.path("kind").asText()).isEqualTo("limit");
    JsonNode parameter = target.path("parameters").get(0);
    assertThat(parameter.path("name").asText()).isEqualTo("chargeToPercent");
    assertThat(parameter.path("min").asInt()).isEqualTo(4);
    assertThat(parameter.path("max").asInt()).isEqualTo(100);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError(name + " is not in " + list);
  }

  @Test
  void aCommandAnswersWithItsWholeOutcome() throws Exception {
    String path = INVERTERS + "/" + rig.serial(2) + "/commands/setChargeTarget";
    rig.web().post(path, "{\"chargeToPercent\": 60}");

    Answer answer = rig.web().post(path, "{\"chargeToPercent\": \"61\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode document = answer.json();
    assertThat(document.path("command").asText()).isEqualTo("setChargeTarget");
    assertThat(document.path("outcome").asText()).isEqualTo("done");
    assertThat(document.path("registers")).hasSize(1);
    assertThat(document.path("registers").get(0).path("held").asInt()).isEqualTo(61);
    assertThat(document.path("id").asText()).isNotEmpty();
    assertThat(document.path("time").asText()).matches("\\d{4}-.*T.*");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "setChargeTarget; many; 400",
        "setChargeTarget; 3; 422",
        "openTheWindow; 1; 404",
        "setChargeSlot2; {\"start\":\"01:00\",\"finish\":\"02:00\"}; 409",
      })
  void aRefusedCommandIsAProblemWithItsStatus(String command, String payload, int status)
      throws Exception {
    Answer answer =
        rig.web().post(INVERTERS + "/" + rig.serial(1) + "/commands/" + command, payload);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asText()).isNotEmpty();
    assertThat(answer.json().path("detail").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/snapshot", "/commands"})
  void anUnknownSerialIsAProblemWithStatus404(String rest) throws Exception {
    Answer answer = rig.web().get(INVERTERS + "/XX0000X000" + rest);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("title").asText()).isEqualTo("No such inverter");
  }

  @Test
  void healthTellsThatTheProgramLivesAndItsInvertersGiveData() throws Exception {
    Answer ready = rig.web().get("/health/ready");

    assertThat(rig.web().tree("/health/live").path("status").asText()).isEqualTo("UP");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("status").asText()).isEqualTo("UP");
    assertThat(ready.json().path("inverters").path("inverter 2").asText()).isEqualTo("online");
  }

  private static JsonNode description() throws Exception {
    return rig.web().tree(API + "/openapi.json");
  }

  private static Set<String> described() throws Exception {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description().path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(method -> operations.add(method + " " + path.getKey()));
    }
    return operations;
  }

  @Test
  void theDescriptionNamesJustTheOperationsThatTheRoutesServe() throws Exception {
    CamelContext context = rig.application().context();
    RestRegistry served = context.getRestRegistry();
    Set<String> operations =
        served.listAllRestServices().stream()
            .filter(service -> service.getBasePath().equals(API))
            .map(
                service -> service.getMethod().toLowerCase() + " " + API + service.getUriTemplate())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described()).isEqualTo(operations).hasSize(7);
  }

  @Test
  void everyDescribedOperationAnswersWithADescribedStatus() throws Exception {
    List<String> undescribed = new ArrayList<>();
    for (String operation : described()) {
      String method = operation.substring(0, operation.indexOf(' '));
      String path = operation.substring(operation.indexOf(' ') + 1);
      for (String serial : List.of(rig.serial(1), "XX0000X000")) {
        for (String command : List.of("setChargeTarget", "openTheWindow")) {
          Answer answer =
              rig.web()
                  .call(
                      method.toUpperCase(),
                      path.replace("{serial}", serial).replace("{command}", command),
                      method.equals("post") ? "55" : "");
          JsonNode responses =
              description().path("paths").path(path).path(method).path("responses");
          if (!responses.has(Integer.toString(answer.status()))) {
            undescribed.add(operation + " answers " + answer.status());
          }
        }
      }
    }
    assertThat(undescribed).isEmpty();
  }

  @Test
  void theDescriptionHasABodyForEveryCommandAndResolvesItsReferences() throws Exception {
    JsonNode document = description();
    JsonNode command = document.path("paths").path(INVERTERS + "/{serial}/commands/{command}");
    JsonNode bodies =
        command
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema")
            .path("oneOf");

    assertThat(document.path("openapi").asText()).startsWith("3.");
    assertThat(bodies.findValuesAsText("title")).contains("setChargeTarget", "setBatteryMode");
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
    }
  }
}
