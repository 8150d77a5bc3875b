package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What energy costs, over a restart and by command. */
@Timeout(120)
class RatesTest {
  @TempDir private Path state;

  private RigPlan plan(EmbeddedBroker broker, boolean dynamic) {
    return RigPlan.of(broker.port(), "gen1-hybrid")
        .with("SELF_RUN", "false")
        .with("STATE_DIR", state.toString())
        .with("DAYRATE", "0.30")
        .with("DYNAMIC_TARIFF", Boolean.toString(dynamic));
  }

  private static JsonNode rates(Rig rig) throws Exception {
    return rig.rest(1).get("/runAll").json().at("/Energy/Rates");
  }

  @Test
  void aDynamicTariffIsSwitchedByBothDoorsAndSurvivesARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
      try (Rig rig = Rig.start(plan(broker, true))) {
        JsonNode first = rates(rig);
        Set<String> keys = new TreeSet<>();
        first.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
            .hasSize(16)
            .contains("Day_Cost", "Battery_ppkwh", "Night_Start_Energy_kWh");
        assertThat(first.get("Current_Rate_Type").asText()).isEqualTo("Day");
        assertThat(first.get("Current_Rate").asDouble()).isEqualTo(0.3);

        assertThat(rig.rest(1).post("/switchRate", "{\"rate\":\"night\"}").result())
            .isEqualTo("Setting Rate to Night was a success");
        assertThat(rig.rest(1).get("/getCache").json().at("/Energy/Rates/Current_Rate").asDouble())
            .isEqualTo(0.155);
        assertThat(rig.rest(1).post("/switchRate", "cheap").result()).contains("failed");
      }
      try (Rig rig = Rig.start(plan(broker, true));
          Subscriber client = new Subscriber(broker.uri(), "GivEnergy/#")) {
        assertThat(rates(rig).get("Current_Rate_Type").asText()).isEqualTo("Night");
        String serial = rig.serial(1);
        Rig.patiently()
            .until(
                () -> {
                  client.send("GivEnergy/control/" + serial + "/switchRate", "Day", false);
                  return client.received().stream()
                      .filter(m -> m.topic().endsWith("/Energy/Rates/Current_Rate_Type"))
                      .anyMatch(m -> m.payload().equals("Day"));
                });
      }
    }
  }

  @Test
  void aFixedTariffIsNotSwitchedByCommand() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Rig rig = Rig.start(plan(broker, false))) {
      rates(rig);
      assertThat(rig.rest(1).post("/switchRate", "Day").result())
          .isEqualTo(
              "Setting Rate failed: External rate setting not allowed."
                  + " Enable Dynamic Tariff in settings");
    }
  }
}
