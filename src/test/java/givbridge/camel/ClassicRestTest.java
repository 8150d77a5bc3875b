package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.camel.RestClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GivTCP's paths as its clients use them, on a program with two inverters. */
@Timeout(120)
class ClassicRestTest {
  private static SharedRig shared;
  private static Rig rig;

  @BeforeAll
  static void start(SharedRig running) {
    shared = running;
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
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "x");
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
}
