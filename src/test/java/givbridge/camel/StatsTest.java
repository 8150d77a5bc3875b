package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.mqtt.EmbeddedBroker;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The states that go out on a clock of their own. */
@Timeout(60)
class StatsTest {
  private static Documents documents(Rig rig) {
    return rig.application()
        .context()
        .getRegistry()
        .lookupByNameAndType("documents", Documents.class);
  }

  private static Exchange ofTheFirst(Rig rig) {
    Exchange exchange = new DefaultExchange(rig.application().context());
    exchange.getMessage().setHeader(Headers.INVERTER, "1");
    return exchange;
  }

  @Test
  void theyAreNotToldRightAfterAPollWhichHasToldThem() throws Exception {
    ShiftedClock clock = new ShiftedClock();
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Rig rig =
            Rig.start(
                RigPlan.of(broker.port(), "gen1-hybrid")
                    .with("SELF_RUN", "false")
                    .withClock(clock))) {
      assertThat(documents(rig).isQuiet(ofTheFirst(rig))).isTrue();

      rig.rest(1).get("/runAll");
      assertThat(documents(rig).isQuiet(ofTheFirst(rig))).isFalse();

      clock.skip(Duration.ofSeconds(6));
      assertThat(documents(rig).isQuiet(ofTheFirst(rig))).isTrue();

      rig.rest(1).get("/runAll");
      clock.skip(Duration.ofHours(-1));
      assertThat(documents(rig).isQuiet(ofTheFirst(rig))).isTrue();
    }
  }
}
