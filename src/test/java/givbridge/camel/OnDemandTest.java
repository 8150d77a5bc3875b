package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import givbridge.mqtt.EmbeddedBroker;
import givbridge.testing.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A program that reads only when clients ask. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnDemandTest {
  private static EmbeddedBroker broker;
  private static Rig rig;
  private static Subscriber subscriber;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(0);
    subscriber = new Subscriber(broker.uri(), "GivEnergy/+/Control/Mode");
    rig = Rig.start(RigPlan.of(broker.port(), "gen1-hybrid").with("SELF_RUN", "false"));
  }

  @AfterAll
  static void stop() throws Exception {
    rig.close();
    subscriber.close();
    broker.close();
  }

  private static int reads() {
    return rig.wire(1).requests().size();
  }

  /** What it has besides is looked for until a period after the read; then nothing is sent. */
  private static void awaitQuiet() {
    Rig.patiently()
        .until(
            () ->
                Duration.between(
                            rig.station(1)
                                .parts()
                                .state()
                                .snapshot()
                                .orElseThrow()
                                .report()
                                .started(),
                            Instant.now())
                        .toMillis()
                    > 1500);
    // Waits for what is under way.
    rig.station(1).parts().poller().hasMore();
  }

  private static int published() {
    return subscriber.received().size();
  }

  @Test
  @Order(1)
  void beforeTheFirstReadEveryCacheSaysSoAndNothingIsReadByItself() throws Exception {
    for (String path : new String[] {"/getCache", "/readData"}) {
      assertThat(rig.rest(1).get(path).result())
          .isEqualTo("No register data cache exists, try again later");
    }
    assertThat(rig.web().get("/health/ready").status()).isEqualTo(503);
    assertThat(reads()).isZero();
  }

  @Test
  @Order(2)
  void getDataReadsAndStoresButPublishesNothing() throws Exception {
    assertThat(rig.rest(1).tree("/getData").has("Control")).isTrue();
    awaitTheBridgeAtTheBroker();
    int before = reads();

    rig.rest(1).get("/getData");

    assertThat(reads()).isGreaterThan(before);
    assertThat(rig.rest(1).tree("/getCache").has("Control")).isTrue();
    assertThatTheNextPublicationIsThatOf("/runAll");
  }

  /** Once it answers a command, however senseless, what it does at a new connection is done. */
  private static void awaitTheBridgeAtTheBroker() throws Exception {
    String serial = rig.serial(1);
    String result = "GivEnergy/result/" + serial + "/nothing";
    try (Subscriber answers = new Subscriber(broker.uri(), result)) {
      Rig.patiently()
          .untilAsserted(
              () -> {
                subscriber.send("GivEnergy/control/" + serial + "/nothing", "1", false);
                assertThat(answers.payloads()).isNotEmpty();
              });
    }
  }

  /** What came before it would be published before it. */
  private static void assertThatTheNextPublicationIsThatOf(String path) throws Exception {
    int published = published();
    rig.rest(1).get(path);
    Rig.patiently().until(() -> published() > published);
    assertThat(published()).isEqualTo(published + 1);
  }

  @Test
  @Order(3)
  void readDataPublishesWhatWasReadOnceAndReadsNothing() throws Exception {
    rig.rest(1).get("/getData");
    awaitQuiet();
    int reads = reads();

    assertThatTheNextPublicationIsThatOf("/readData");
    rig.rest(1).get("/readData");
    rig.rest(1).get("/getCache");

    assertThat(reads()).isEqualTo(reads);
    assertThatTheNextPublicationIsThatOf("/runAll");
  }

  @Test
  @Order(4)
  void runAllReadsAndPublishesEveryTime() throws Exception {
    awaitQuiet();
    int reads = reads();
    int published = published();

    assertThat(rig.rest(1).tree("/runAll").has("Control")).isTrue();

    assertThat(reads()).isGreaterThan(reads);
    Rig.patiently().until(() -> published() == published + 1);
  }

  @Test
  @Order(5)
  void thePackBehindTheFirstIsFoundToo() {
    Rig.patiently()
        .until(
            () -> {
              List<JsonNode> stack = new ArrayList<>();
              rig.rest(1)
                  .tree("/getData")
                  .path("Battery_Details")
                  .path("Battery_Stack_1")
                  .forEach(stack::add);
              return stack.stream().filter(JsonNode::isObject).count() == 2;
            });
  }
}
