package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import givbridge.camel.RestClient.Answer;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.testing.Subscriber;
import givbridge.testing.Subscriber.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Commands by both doors, MQTT and REST: what goes over the wire, what is published, what is
 * answered. Nothing polls here, so that whatever is published comes from a command.
 */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] PLANTS = {
    "gen1-hybrid",
    "gen2-hybrid",
    "gen3-hybrid",
    "ac-coupled",
    "three-phase-hybrid",
    "gateway-two-aio",
    "ems",
    "all-in-one",
    "hv-gen3-hybrid"
  };

  private static EmbeddedBroker broker;
  private static Rig rig;
  private static Subscriber client;
  private static int turn;

  /** What a door answered: the outcome's word, and the messages up to it. */
  private record Answered(String outcome, List<Received> messages) {}

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(0);
    rig = Rig.start(RigPlan.of(broker.port(), PLANTS).with("SELF_RUN", "false"));
    for (int number = 1; number <= PLANTS.length; number++) {
      RestClient rest = rig.rest(number);
      Rig.patiently()
          .alias(PLANTS[number - 1])
          .until(() -> rest.get("/runAll").json().has("Control"));
    }
    client = new Subscriber(broker.uri(), "GivEnergy/#");
    for (int number = 1; number <= PLANTS.length; number++) {
      awaitDoor(number);
    }
  }

  /** The program's subscription is made a moment after its routes. */
  private static void awaitDoor(int number) {
    Rig.patiently()
        .untilAsserted(
            () -> {
              client.send(control(number, "knock"), "", false);
              assertThat(results(number, "knock")).isNotEmpty();
            });
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    rig.close();
    broker.close();
  }

  private static String control(int inverter, String command) {
    return "GivEnergy/control/" + rig.serial(inverter) + "/" + command;
  }

  private static List<Received> results(int inverter, String command) {
    String topic = "GivEnergy/result/" + rig.serial(inverter) + "/" + command;
    return client.received().stream().filter(message -> message.topic().equals(topic)).toList();
  }

  private static Answered byMqtt(int inverter, String command, String payload)
      throws MqttException, IOException {
    int heard = client.received().size();
    int answers = results(inverter, command).size();
    client.send(control(inverter, command), payload, false);
    Rig.patiently().until(() -> results(inverter, command).size() > answers);
    Received result = results(inverter, command).get(answers);
    assertThat(result.retained()).isFalse();
    List<Received> all = List.copyOf(client.received());
    JsonNode document = JSON.readTree(result.payload());
    assertThat(document.path("command").asText()).isEqualTo(command);
    assertThat(document.path("result").asText()).isNotEmpty();
    return new Answered(
        document.path("outcome").asText(), all.subList(heard, all.lastIndexOf(result)));
  }

  private static Answered byRest(int inverter, String command, String payload) throws Exception {
    int heard = client.received().size();
    Answer answer = rig.rest(inverter).post("/" + command, payload);
    assertThat(answer.status()).isEqualTo(200);
    String outcome = answer.result().contains("was a success") ? "success" : "failed";
    byMqtt(inverter, "knock", "");
    List<Received> all = List.copyOf(client.received());
    return new Answered(outcome, all.subList(heard, all.size()));
  }

  private static void assertShown(int inverter, String shows, List<Received> messages) {
    for (String leaf : shows.split("\\|")) {
      String topic =
          "GivEnergy/" + rig.serial(inverter) + "/" + leaf.substring(0, leaf.indexOf('='));
      assertThat(messages)
          .filteredOn(message -> message.topic().equals(topic))
          .extracting(Received::payload)
          .as(topic)
          .containsExactly(leaf.substring(leaf.indexOf('=') + 1));
    }
  }

  @Order(1)
  @ParameterizedTest(name = "inverter {0}: {1} {2}")
  @CsvFileSource(resources = "/commands/done.csv", numLinesToSkip = 1, emptyValue = "")
  void aCommandWritesJustItsRegistersAndShowsThemAlsoWhenItComesAgain(
      int inverter, String command, String payload, String writes, String again, String shows)
      throws Exception {
    String sent = payload == null ? "" : payload;
    boolean mqttFirst = turn++ % 2 == 0;
    int before = rig.wire(inverter).requests().size();

    Answered first = mqttFirst ? byMqtt(inverter, command, sent) : byRest(inverter, command, sent);

    assertThat(rig.wire(inverter).writesSince(before)).isEqualTo(writes);
    assertThat(first.outcome()).isEqualTo(mqttFirst ? "done" : "success");
    assertShown(inverter, shows, first.messages());

    int after = rig.wire(inverter).requests().size();
    Answered second = mqttFirst ? byRest(inverter, command, sent) : byMqtt(inverter, command, sent);

    assertThat(rig.wire(inverter).writesSince(after)).isEmpty();
    assertThat(second.outcome()).isEqualTo(mqttFirst ? "success" : again);
    assertShown(inverter, shows, second.messages());
    assertThat(treeShows(inverter, shows)).isTrue();
  }

  private static boolean treeShows(int inverter, String shows) throws Exception {
    JsonNode tree = rig.rest(inverter).tree("/getCache");
    for (String leaf : shows.split("\\|")) {
      int value = leaf.indexOf('=');
      if (!tree.at("/" + leaf.substring(0, value)).asText().equals(leaf.substring(value + 1))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theClockIsSetAlsoWhenItIsRightAlready() throws Exception {
    int before = rig.wire(1).requests().size();

    Answered mqtt = byMqtt(1, "setDateTime", "24/11/2026 10:20:30");
    String writes = rig.wire(1).writesSince(before);
    Answered rest = byRest(1, "setDateTime", "{\"dateTime\": \"24/11/2026 10:20:30\"}");

    assertThat(writes).startsWith("35=26 36=11 37=24 38=10 39=20 40=");
    assertThat(mqtt.outcome()).isEqualTo("done");
    assertThat(rest.outcome()).isEqualTo("success");
    assertThat(rig.wire(1).writesSince(before).split(" ")).hasSize(12);
  }

  @ParameterizedTest(name = "inverter {0}: {1} {2} is {3}")
  @CsvFileSource(resources = "/commands/refused.csv", numLinesToSkip = 1, emptyValue = "")
  void aCommandThatIsRefusedWritesNothingByAnyDoor(
      int inverter, String command, String payload, int problem) throws Exception {
    String sent = payload == null ? "" : payload;
    int before = rig.wire(inverter).requests().size();

    Answered mqtt = byMqtt(inverter, command, sent);
    Answered rest = byRest(inverter, command, sent);
    Answer api =
        rig.web().post("/api/v1/inverters/" + rig.serial(inverter) + "/commands/" + command, sent);

    assertThat(mqtt.outcome()).isEqualTo("refused");
    assertThat(rest.outcome()).isEqualTo("failed");
    assertThat(api.status()).isEqualTo(problem);
    assertThat(rig.wire(inverter).writesSince(before)).isEmpty();
    String leaves = "GivEnergy/" + rig.serial(inverter) + "/Control/";
    assertThat(mqtt.messages()).noneMatch(message -> message.topic().startsWith(leaves));
  }

  @Test
  void fiftyCommandsAtOnceAreAllAnsweredInTheirOrder() throws Exception {
    int answered = results(2, "setChargeTarget").size();
    int before = rig.wire(2).requests().size();
    List<Integer> wanted = IntStream.range(0, 50).mapToObj(i -> 10 + i).toList();
    for (int percent : wanted) {
      client.send(control(2, "setChargeTarget"), Integer.toString(percent), false);
    }

    Rig.patiently().until(() -> results(2, "setChargeTarget").size() == answered + 50);

    List<Integer> held = new ArrayList<>();
    for (Received result : results(2, "setChargeTarget").subList(answered, answered + 50)) {
      held.add(JSON.readTree(result.payload()).path("registers").get(0).path("held").asInt());
    }
    assertThat(held).isEqualTo(wanted);
    assertThat(rig.wire(2).writesSince(before))
        .isEqualTo(String.join(" ", wanted.stream().map(percent -> "116=" + percent).toList()));
  }

  @Test
  void predbatFindsEveryValueThatItPostedInTheRunAllThatFollows() throws Exception {
    RestClient predbat = rig.rest(3);
    predbat.post("/setChargeTarget", "{\"chargeToPercent\": 66}");
    assertThat(predbat.tree("/runAll").at("/Control/Target_SOC").asInt()).isEqualTo(66);
    predbat.post("/setDischargeSlot1", "{\"start\": \"17:30\", \"finish\": \"19:45\"}");
    assertThat(predbat.tree("/runAll").at("/Timeslots/Discharge_end_time_slot_1").asText())
        .isEqualTo("19:45:00");
    predbat.post("/setBatteryMode", "{\"mode\": \"Timed Export\"}");
    assertThat(predbat.tree("/runAll").at("/Control/Mode").asText()).isEqualTo("Timed Export");
    predbat.post("/setBatteryReserve", "{\"reservePercent\": 9}");
    assertThat(predbat.tree("/readData").at("/Control/Battery_Power_Reserve").asInt()).isEqualTo(9);
  }
}
