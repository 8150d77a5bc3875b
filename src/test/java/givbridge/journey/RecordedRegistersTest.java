package givbridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.registers.Bank;
import givbridge.testing.Golden;
import givbridge.testing.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the bytes of a dongle to registers: those that the reader of frames gives are those that two
 * independent decoders got. What the registers mean is held by the same expected values elsewhere.
 */
class RecordedRegistersTest {
  private static final Path EXPECTED =
      Path.of(System.getProperty("givbridge.golden", "../shared/reference/golden"));

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_arm920_60s.log, hybrid_gen2_arm920_60s, 200",
    "hybrid_gen1_arm449_oddities_excerpt.log, hybrid_gen1_arm449_oddities_excerpt, 200",
    "aio_arm612_5min.log, aio_arm612_5min, 800",
    "ems_arm1036_60s.log, ems_arm1036_60s, 400",
    "givhy80g3hv_hass295_120s.log, givhy80g3hv_hass295_120s, 500",
    "gateway_gaaa0014_excerpt.log, gateway_gaaa0014_10min_night, 1000",
    "giv3hy11_da011_detect_excerpt.log, giv3hy11_da011_detect_10min, 1500"
  })
  void theProjectsOwnRecordingsGiveTheirRegisters(String capture, String golden, int atLeast)
      throws IOException {
    Golden expected = Golden.read(Golden.OWN.resolve(golden + ".json"));
    Map<Integer, Map<Bank, Map<Integer, Integer>>> banks =
        Recording.banks(Recording.OWN.resolve(capture));

    assertThat(count(banks)).isGreaterThanOrEqualTo(atLeast);
    banks.forEach(
        (address, of) ->
            of.forEach(
                (bank, words) ->
                    assertThat(expected.banks().get(address).get(bank))
                        .as("%s at 0x%x", bank, address)
                        .containsAllEntriesOf(words)));
  }

  private static int count(Map<Integer, Map<Bank, Map<Integer, Integer>>> banks) {
    return banks.values().stream().flatMap(of -> of.values().stream()).mapToInt(Map::size).sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aio_a/aio_arm612_5min.log",
        "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log",
        "ems_2_inv_3_bat_a/ems_arm1036_30min.log",
        "ems_2_inv_3_bat_a/ems_arm1036_60s.log",
        "gateway_2aio_a/gateway_gaaa0014_10min_night.log",
        "hybrid_2_bat_a/hybrid_gen1_arm449_givbat82_givbat95gen3_10min.log",
        "hybrid_2_bat_a/hybrid_gen1_arm449_oddities_excerpt.log",
        "hybrid_gen2_1_bat_a/hybrid_gen2_arm920_60s.log",
        "hybrid_hv_gen3_a/givhy80g3hv_hass295_120s.log",
        "three_phase_hv_a/giv3hy11_da011_detect_10min.log",
        "three_phase_hv_a/giv3hy11_hass174_180s.txt"
      })
  void everyRecordingGivesExactlyItsRegisters(String capture) throws IOException {
    assumeTrue(Files.isDirectory(Recording.ALL), "no folder of recordings at " + Recording.ALL);
    assumeTrue(Files.isDirectory(EXPECTED), "no folder of expected values at " + EXPECTED);
    String name = Path.of(capture).getFileName().toString().replaceAll("\\.(log|txt)$", "");

    assertThat(Recording.banks(Recording.ALL.resolve(capture)))
        .isEqualTo(Golden.read(EXPECTED.resolve(name + ".json")).banks());
  }
}
