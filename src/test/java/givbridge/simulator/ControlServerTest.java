package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {

  private static final RequestKey SOC = RequestKey.input(0x11, 59, 1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulator simulator =
      Simulator.start(SimulatorOptions.living("ac-coupled").withHttp(0));

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void theStatusTellsWhatGoesOn() throws Exception {
    JsonNode status = json(call("GET", "/status"));
    assertThat(status.get("plant").asText()).isEqualTo("ac-coupled");
    assertThat(status.get("soc").asDouble()).isBetween(59.0, 61.0);
    assertThat(status.get("factor").asDouble()).isEqualTo(1);
    assertThat(status.get("clients").asInt()).isZero();
    assertThat(status.get("clock").asText()).startsWith("20");
    assertThat(status.get("load").asDouble()).isPositive();
  }

  @Test
  void aFaultIsSwitchedOnAndOff() throws Exception {
    try (WireClient client = new WireClient(simulator)) {
      JsonNode status = json(call("POST", "/fault/error-reply?count=2"));
      assertThat(status.get("faults").get(0).asText()).isEqualTo("error-reply");
      client.ask(SOC);
      assertThat(client.next()).isInstanceOf(Refusal.class);
      assertThat(json(call("DELETE", "/fault")).get("faults")).isEmpty();
      client.ask(SOC);
      assertThat(client.next()).isInstanceOf(Reply.class);
      call("POST", "/fault/error-reply");
      client.ask(SOC);
      assertThat(client.next()).isInstanceOf(Refusal.class);
      call("POST", "/fault/error-reply?seconds=600");
      for (int i = 0; i < 3; i++) {
        client.ask(SOC);
        assertThat(client.next()).isInstanceOf(Refusal.class);
      }
    }
  }

  @Test
  void theTimeIsAccelerated() throws Exception {
    assertThat(json(call("POST", "/time?factor=60")).get("factor").asDouble()).isEqualTo(60);
  }

  @Test
  void aRegisterIsWrittenAsByTheCloud() throws Exception {
    call("POST", "/register?bank=HR&address=110&value=44");
    assertThat(word(RequestKey.holding(0x11, 110, 1))).isEqualTo(44);
  }

  @Test
  void aWordIsPinnedUntilTheTruthIsToShowAgain() throws Exception {
    call("POST", "/register?bank=IR&address=59&value=77");
    call("POST", "/register?bank=IR&device=0x32&address=100&value=78");
    assertThat(word(SOC)).isEqualTo(77);
    assertThat(word(RequestKey.input(0x32, 100, 1))).isEqualTo(78);
    call("DELETE", "/register");
    assertThat(word(SOC)).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing,404,status",
    "POST,/fault/nonsense,404,bad-crc",
    "POST,/fault/silence?count=x,400,count",
    "POST,/fault/silence?seconds=-1,400,seconds",
    "POST,/time,400,factor",
    "POST,/time?factor=fast,400,factor",
    "POST,/register?bank=XX&address=1&value=1,400,bank",
    "POST,/register?bank=HR&address=70000&value=1,400,address",
    "POST,/register?bank=HR&address=313&value=0,400,inverter"
  })
  void whatMakesNoSenseIsRefusedWithTheReason(String method, String path, int status, String reason)
      throws Exception {
    HttpResponse<String> answer = call(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("error").asText()).contains(reason);
  }

  private int word(RequestKey key) throws IOException {
    try (WireClient client = new WireClient(simulator)) {
      client.ask(key);
      return ((Reply) client.next()).words()[0];
    }
  }

  private HttpResponse<String> call(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + simulator.httpPort().getAsInt() + path);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
