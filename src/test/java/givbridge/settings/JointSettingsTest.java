package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.tables.FaultsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How two inverters are to add up. */
class JointSettingsTest {
  @TempDir private Path folder;

  private JointSettings joint(String meter) {
    Map<String, String> given = new TreeMap<>();
    given.put("INVERTOR_IP_1", "10.0.0.1");
    given.put("INVERTOR_IP_2", "10.0.0.2");
    given.put("PLANT_GRID", meter);
    return SettingsLoader.load(given, folder).settings().joint();
  }

  @Test
  void theirMetersAddUpOrOneOfThemStandsForAll() {
    assertThat(joint("").meter()).isEmpty();
    assertThat(joint("Sum").meter()).isEmpty();
    assertThat(joint("2").meter()).contains(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "both", "-1", "1234567"})
  void theMeterIsThatOfAnInverterThatIsThere(String wrong) {
    assertThatThrownBy(() -> joint(wrong))
        .isInstanceOf(FaultsException.class)
        .hasMessageContaining(
            "environment: PLANT_GRID is "
                + wrong
                + ", but it must be sum or the number of an inverter, from 1 to 2");
  }
}
