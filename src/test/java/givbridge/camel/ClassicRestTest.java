package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.camel.RestClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GivTCP's paths as its clients use them, on a program with two inverters. */
@Timeout(120)
@ExtendWith(SharedRig.Provider.class)
class ClassicRestTest {
  private static Rig rig;

  @BeforeAll
  static void start(SharedRig running) {
    rig = running.rig();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/readData", "/getCache", "/getData", "/runAll"})
  void everyReadGivesTheTreeWithTheInvertersOwnSection(String path) throws Exception {
    Answer answer = rig.rest(1).get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode tree = answer.json();
    assertThat(tree.path("raw").path("invertor").path("serial_number").asText())
        .isEqualTo(rig.serial(1));
    assertThat(tree.path(rig.serial(1)).isObject()).isTrue();
    assertThat(tree.path("Control").path("Mode").asText()).isEqualTo("Eco");
    assertThat(tree.path("Power").path("Power").path("SOC_kWh").isNumber()).isTrue();
    assertThat(tree.path("Stats").path("GivTCP_Version").asText()).startsWith("3");
    assertThat(tree.path("Stats").path("status").asText()).isEqualTo("online");
  }

  @Test
  void eachInverterHasItsOwnPortAndItsPrefixOnTheWebPort() throws Exception {
    for (int number = 1; number <= 2; number++) {
      JsonNode own = rig.rest(number).tree("/readData");
      JsonNode shared = rig.web().tree("/REST" + number + "/readData");

      assertThat(own.has(rig.serial(number))).isTrue();
      assertThat(shared.has(rig.serial(number))).isTrue();
      assertThat(own.has(rig.serial(3 - number))).isFalse();
    }
  }

  @Test
  void aDashboardsPreFlightIsAllowedForEveryOriginAndHeader() throws Exception {
    Answer answer =
        rig.rest(1)
            .call(
                "OPTIONS",
                "/readData",
                "",
                "Origin",
                "http://dashboard",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "access-control-allow-origin,content-type");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("access-control-allow-origin,content-type");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST");
  }

  @Test
  void everyAnswerToABrowserAllowsItsOrigin() throws Exception {
    assertThat(
            rig.rest(2)
                .get("/readData", "Origin", "http://dashboard")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
    assertThat(rig.rest(2).get("/readData").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=x",
        "none"
      })
  void aBodyIsTakenWhateverTypeTheClientNames(String type) throws Exception {
    String[] headers = type == null ? new String[0] : new String[] {"Content-Type", type};

    Answer answer = rig.rest(1).post("/setChargeTarget", "{\"chargeToPercent\": 71}", headers);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.result()).isEqualTo("Setting Charge Target 71 was a success");
  }

  @Test
  void aCommandWithoutABodyIsToldWhatItLacksWithStatus200() throws Exception {
    Answer answer = rig.rest(1).post("/setChargeTarget", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.result()).startsWith("Setting Charge Target failed: ");
  }

  @Test
  void aClientThatPrefersItGetsARealStatusAndAProblem() throws Exception {
    Answer answer =
        rig.rest(1)
            .post("/setChargeTarget", "{\"chargeToPercent\": 3}", "Prefer", "handling=strict");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(422);
    assertThat(answer.json().path("detail").asText()).contains("4");
    assertThat(answer.json().path("command").asText()).isEqualTo("setChargeTarget");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/REST3/readData", "/REST0/getData", "/RESTx/runAll", "/REST/getCache"})
  void anInverterThatIsNotThereIsToldInASentence(String path) throws Exception {
    Answer answer = rig.web().get(path);

    assertThat(answer.status()).isIn(200, 404);
    if (answer.status() == 200) {
      assertThat(answer.result()).startsWith("Error: failed, there is no inverter");
    }
  }

  @Test
  void anInverterThatIsNotThereIs404ForAStrictClient() throws Exception {
    Answer read = rig.web().get("/REST3/readData", "Prefer", "handling=strict");
    Answer written = rig.web().post("/REST3/setChargeTarget", "50", "Prefer", "handling=strict");

    assertThat(read.status()).isEqualTo(404);
    assertThat(read.json().path("title").asText()).isEqualTo("No such inverter");
    assertThat(written.status()).isEqualTo(404);
  }

  @Test
  void whatDoesNotExistIsNotFoundAndWhatMayNotBeReadIsNotAllowed() throws Exception {
    assertThat(rig.rest(1).get("/getEVCCache").status()).isNotEqualTo(200);
    assertThat(rig.rest(1).get("/setChargeTarget").status()).isEqualTo(405);
    assertThat(rig.web().get("/nothing").status()).isEqualTo(404);
  }

  @Test
  void anUnknownCommandIsToldWithStatus200AndStrictlyWith404() throws Exception {
    Answer classic = rig.rest(1).post("/openTheWindow", "{}");
    Answer strict = rig.rest(1).post("/openTheWindow", "{}", "Prefer", "handling=strict");

    assertThat(classic.status()).isEqualTo(200);
    assertThat(classic.result()).contains("failed").contains("openTheWindow");
    assertThat(strict.status()).isEqualTo(404);
  }
}
