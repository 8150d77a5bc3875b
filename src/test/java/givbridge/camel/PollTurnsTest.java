package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One clock for all inverters, and turns for each of them. */
@Timeout(120)
class PollTurnsTest {
  private static final String AFTER_POLL = "            ref: pollProcessor\n";
  private static final String GATE =
      "        - bean:\n            ref: gate\n            method: pass\n";

  private static final String POLL = "        - process:\n";

  private static final String TO_OWN =
      "        - to:\n            uri: seda\n            parameters:\n              name: own\n"
          + "              size: 1\n              discardWhenFull: true\n";

  @TempDir private Path folder;

  private static RigPlan plan(RouteFolder routes, String... profiles) {
    return RigPlan.of(1, profiles)
        .withFolder(routes.path())
        .withCamel("camel.beans.gate", "#class:" + Gate.class.getName())
        .withCamel("camel.beans.ticks", "#class:" + Gate.class.getName())
        .with("MQTT_OUTPUT", "false");
  }

  private static Gate gate(Rig rig) {
    return gate(rig, "gate");
  }

  private static Gate gate(Rig rig, String name) {
    return rig.application().context().getRegistry().lookupByNameAndType(name, Gate.class);
  }

  /** How often the clock of the only inverter has ticked. */
  private static int ticks(Rig rig) {
    return gate(rig, "ticks").threads(1).size();
  }

  private static long polls(Rig rig, int number) {
    return rig.station(number).parts().state().snapshot().orElseThrow().report().number();
  }

  private static long clocks() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("timer://polls"))
        .count();
  }

  @Test
  void anInverterWhoseRouteHangsIsReadNoMoreAndHoldsNoOther() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder).replacing("poll.camel.yaml", AFTER_POLL, AFTER_POLL + GATE);
    long before = clocks();
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid", "ac-coupled"))) {
      Gate gate = hangsAndHoldsNoOther(rig);
      assertThat(gate.threads(1)).containsOnly(SharedThreads.NAME);
      assertThat(clocks()).isLessThanOrEqualTo(before + 1);
    }
  }

  /** A gate at which the route of the first inverter hangs, until it is opened. */
  private static Gate hanging(Rig rig) {
    rig.awaitData();
    Gate gate = gate(rig);
    gate.close(1);
    Rig.patiently().until(() -> gate.held(1) >= 1);
    return gate;
  }

  /** Has the route of the first inverter hang for a while, in which the second is read. */
  private static Gate hangsAndHoldsNoOther(Rig rig) {
    Gate gate = hanging(rig);
    long held = polls(rig, 1);
    long other = polls(rig, 2);

    Rig.patiently().until(() -> polls(rig, 2) >= other + 3);

    assertThat(polls(rig, 1)).isEqualTo(held);
    gate.open(1);
    Rig.patiently().until(() -> polls(rig, 1) >= held + 2);
    assertThat(gate.most(1)).isEqualTo(1);
    return gate;
  }

  /** The step after the poll goes on in threads of its own, to a gate. */
  private RouteFolder withThreads() throws IOException {
    return RouteFolder.copied(folder)
        .replacing(
            "poll.camel.yaml",
            AFTER_POLL,
            AFTER_POLL + "        - threads:\n            poolSize: 2\n" + GATE);
  }

  @Test
  void aTurnLastsAlsoWhileTheRouteGoesOnInAThreadOfItsOwn() throws Exception {
    try (Rig rig = Rig.start(plan(withThreads(), "gen2-hybrid", "ac-coupled"))) {
      Gate gate = hangsAndHoldsNoOther(rig);
      assertThat(gate.threads(1)).doesNotContain(SharedThreads.NAME);
    }
  }

  @Test
  void anOnlyInverterIsReadByTheClockItself() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder).replacing("poll.camel.yaml", AFTER_POLL, AFTER_POLL + GATE);
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid"))) {
      Gate gate = hanging(rig);
      long held = polls(rig, 1);
      gate.open(1);
      Rig.patiently().until(() -> polls(rig, 1) >= held + 2);
      assertThat(gate.most(1)).isEqualTo(1);
      assertThat(gate.threads(1)).allMatch(thread -> thread.contains("timer://polls"));
    }
  }

  @Test
  void anErrorInTheRouteDoesNotEndTheClock() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing(
                "poll.camel.yaml", AFTER_POLL, AFTER_POLL + GATE.replace("gate", "breaking"));
    RigPlan plan =
        plan(routes, "gen2-hybrid")
            .withCamel("camel.beans.breaking", "#class:" + Breaking.class.getName());
    try (Rig rig = Rig.start(plan)) {
      Rig.patiently().until(() -> breaking(rig).calls() >= 4);
      rig.awaitData();
    }
  }

  @Test
  void anErrorInTheReadDoesNotEndTheClockEither() {
    List<Object> told = new ArrayList<>();
    LinkageError error = new LinkageError("a class that is not there");
    Exchange broken =
        (Exchange)
            Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {Exchange.class},
                (exchange, method, arguments) -> {
                  if (method.getName().equals("setException")) {
                    told.add(arguments[0]);
                    return null;
                  }
                  throw error;
                });
    HeadStart none = new HeadStart(Duration.ofSeconds(30), Clock.systemUTC());

    boolean done =
        new PollProcessor(new Stations(List.of()), none, Runnable::run)
            .process(broken, doneSync -> told.add("done"));

    assertThat(done).isTrue();
    assertThat(told).containsExactly(error, "done");
  }

  private static Breaking breaking(Rig rig) {
    return rig.application()
        .context()
        .getRegistry()
        .lookupByNameAndType("breaking", Breaking.class);
  }

  @Test
  void anOnlyInverterIsNotReadWhileItsRouteGoesOnInAThreadOfItsOwn() throws Exception {
    RouteFolder routes =
        withThreads().replacing("poll.camel.yaml", POLL, GATE.replace("gate", "ticks") + POLL);
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid"))) {
      Gate gate = hanging(rig);
      long held = polls(rig, 1);
      int ticks = ticks(rig);
      Rig.patiently().until(() -> ticks(rig) >= ticks + 3);
      assertThat(polls(rig, 1)).isEqualTo(held);
      gate.open(1);
      Rig.patiently().until(() -> polls(rig, 1) >= held + 2);
      assertThat(gate.most(1)).isEqualTo(1);
    }
  }

  /** What waits in a queue, or finds no room there, is not the poll's any more. */
  @Test
  void aUsersRouteThatHangsKeepsNoInverterFromBeingRead() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing("poll.camel.yaml", AFTER_POLL, AFTER_POLL + TO_OWN)
            .with(
                "own.camel.yaml",
                "- route:",
                "    from:",
                "      uri: seda",
                "      parameters:",
                "        name: own",
                "        size: 1",
                "      steps:",
                "        - bean:",
                "            ref: gate",
                "            method: pass");
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid"))) {
      Gate gate = hanging(rig);
      long before = polls(rig, 1);

      Rig.patiently().until(() -> polls(rig, 1) >= before + 3);

      gate.open(1);
    }
  }

  @Test
  void aTickThatWaitsWhenTheProgramEndsReadsNoMore() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder).replacing("poll.camel.yaml", AFTER_POLL, AFTER_POLL + GATE);
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid", "ac-coupled"))) {
      Gate gate = hanging(rig);
      long held = polls(rig, 1);
      long other = polls(rig, 2);
      Rig.patiently().until(() -> polls(rig, 2) >= other + 2);

      CompletableFuture<Void> end = CompletableFuture.runAsync(rig.application()::close);
      Rig.patiently().until(() -> rig.application().context().isStopping());
      gate.open(1);
      end.get(30, TimeUnit.SECONDS);

      assertThat(polls(rig, 1)).isEqualTo(held);
    }
  }

  @Test
  void aRouteThatReadsTwiceDoesNotWaitForItself() throws Exception {
    RouteFolder routes =
        RouteFolder.copied(folder)
            .replacing(
                "poll.camel.yaml",
                AFTER_POLL,
                AFTER_POLL + "        - process:\n            ref: pollProcessor\n");
    try (Rig rig = Rig.start(plan(routes, "gen2-hybrid"))) {
      rig.awaitData();
      long before = polls(rig, 1);

      Rig.patiently().until(() -> polls(rig, 1) >= before + 4);
    }
  }
}
