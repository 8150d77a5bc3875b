package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import givbridge.tables.FaultsException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingAndTariffSettingsTest {
  @TempDir private Path folder;

  private Settings settings(Map<String, String> environment) {
    return SettingsLoader.load(environment, folder).settings();
  }

  private List<String> warnings(Map<String, String> environment) {
    return SettingsLoader.load(environment, folder).warnings();
  }

  @Test
  void aPeriodThatStarvesDataAdaptersIsWarnedOf() {
    assertThat(warnings(Map.of("SELF_RUN_LOOP_TIMER", "5")))
        .containsExactly(
            "environment: SELF_RUN_LOOP_TIMER is 5 s; many data adapters starve under 10 s");
  }

  @Test
  void aFullPeriodShorterThanTheQuickOneIsWarnedOf() {
    assertThat(warnings(Map.of("SELF_RUN_LOOP_TIMER_FULL", "20")))
        .singleElement()
        .asString()
        .contains("every read will be a full one");
  }

  @Test
  void thePricesAreThoseOfGivTcpUnlessGivenByEitherName() {
    assertThat(settings(Map.of()).tariff())
        .isEqualTo(
            new TariffSettings(
                false,
                new BigDecimal("0.395"),
                new BigDecimal("0.155"),
                new BigDecimal("0.04"),
                LocalTime.of(5, 30),
                LocalTime.of(23, 30)));
    TariffSettings given =
        settings(
                Map.of(
                    "DAYRATE", "0.3",
                    "NIGHT_RATE", "0",
                    "NIGHTRATESTART", "0:30",
                    "DYNAMICTARIFF", "True"))
            .tariff();
    assertThat(given.day()).isEqualTo("0.3");
    assertThat(given.night()).isEqualTo("0");
    assertThat(given.nightStart()).isEqualTo("00:30");
    assertThat(given.dynamic()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_RATE, -0.1, a number such as 0.395",
    "NIGHTRATE, 15p, a number such as 0.395",
    "DAY_RATE_START, 24:00, a time as HH:MM",
    "DATASMOOTHER, extreme, 'one of none, low, medium, high'"
  })
  void aWrongPriceOrTimeIsToldWithWhatWouldBeRight(String name, String value, String right) {
    FaultsException thrown =
        catchThrowableOfType(
            FaultsException.class, () -> SettingsLoader.load(Map.of(name, value), folder));
    assertThat(thrown.faults()).singleElement().asString().contains(value, right);
  }
}
