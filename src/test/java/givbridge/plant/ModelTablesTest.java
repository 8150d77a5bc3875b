package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.testing.ShippedTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTablesTest {
  private final PlantTables tables = ShippedTables.plants();

  private Identity identify(String code, int arm) {
    return tables.models().identify("AA0000A000", code, arm, Optional.empty());
  }

  @ParameterizedTest(name = "{0} with firmware {1}")
  @CsvSource({
    "2001, 449, HYBRID_GEN1, 5000, 2600",
    "2002, 449, HYBRID_GEN1, 4600, 2600",
    "2003, 199, HYBRID_GEN1, 3600, 2600",
    "2001, 299, HYBRID_GEN1, 5000, 2600",
    "2001, 300, HYBRID_GEN3, 5000, 3600",
    "2002, 399, HYBRID_GEN3, 4600, 3600",
    "2003, 312, HYBRID_GEN3, 3600, 3600",
    "2001, 400, HYBRID_GEN1, 5000, 2600",
    "2001, 800, HYBRID_GEN2, 5000, 3600",
    "2002, 899, HYBRID_GEN2, 4600, 3600",
    "2003, 920, HYBRID_GEN2, 3600, 3600",
    "2001, 999, HYBRID_GEN2, 5000, 3600",
    "2001, 1000, HYBRID_GEN1, 5000, 2600",
    "1001, 100, HYBRID_GEN1, , 2600",
    "2101, 0, POLAR, 5000, 2600",
    "2102, 0, POLAR, 4600, 2600",
    "2103, 0, POLAR, 3600, 2600",
    "2104, 0, POLAR, 6000, 2600",
    "2105, 0, POLAR, 7000, 2600",
    "2106, 0, POLAR, 8000, 2600",
    "2201, 0, HYBRID_GEN3_PLUS, 5000, 5400",
    "2202, 0, HYBRID_GEN3_PLUS, 4600, 2600",
    "2203, 0, HYBRID_GEN3_PLUS, 3600, 2600",
    "2204, 0, HYBRID_GEN3_PLUS, 6000, 2600",
    "2205, 0, HYBRID_GEN3_PLUS, 7000, 2600",
    "2206, 0, HYBRID_GEN3_PLUS, 8000, 2600",
    "3001, 282, AC, 3000, 3000",
    "3002, 282, AC, 3600, 3000",
    "3009, 282, AC, , ",
    "2301, 100, PV, 5000, ",
    "2304, 100, PV, 6000, ",
    "2401, 100, UNKNOWN, , ",
    "4001, 0, HYBRID_3PH, 6000, ",
    "4004, 0, HYBRID_3PH, 11000, ",
    "4007, 0, HYBRID_3PH, 5000, ",
    "4101, 0, AIO_COMMERCIAL, 30000, ",
    "4103, 0, AIO_COMMERCIAL, 50000, ",
    "5001, 1036, EMS, , ",
    "5101, 1036, EMS_COMMERCIAL, , ",
    "6004, 0, AC_3PH, 11000, ",
    "7001, 14, GATEWAY, 12000, ",
    "7002, 14, GATEWAY, , ",
    "8001, 612, ALL_IN_ONE, 6000, 6000",
    "8002, 612, ALL_IN_ONE, 3600, 3600",
    "8003, 612, ALL_IN_ONE, 5000, 5000",
    "8101, 0, HYBRID_HV_GEN3, 6000, 6000",
    "8102, 0, HYBRID_HV_GEN3, 8000, 8000",
    "8103, 0, HYBRID_HV_GEN3, 10000, 10000",
    "8204, 0, ALL_IN_ONE_HYBRID, 12000, ",
    "8205, 0, ALL_IN_ONE_HYBRID, 11000, ",
    "8301, 0, HYBRID_GEN4, 3600, 6000",
    "8304, 0, HYBRID_GEN4, 6000, 6000",
    "2501, 100, UNKNOWN, , ",
    "ffff, 0, UNKNOWN, , "
  })
  void aTypeCodeAndAFirmwareMakeAModelWithItsRatings(
      String code, int arm, String model, Integer rated, Integer battery) {
    Identity identity = identify(code, arm);

    assertThat(identity.model().name()).isEqualTo(model);
    assertThat(identity.ratedWatts()).isEqualTo(Optional.ofNullable(rated));
    assertThat(identity.batteryWatts()).isEqualTo(Optional.ofNullable(battery));
  }

  @ParameterizedTest(name = "{0} with firmware {1}")
  @CsvSource({
    "2001, 186, two-slots+battery-energy-alt2+pv-strings",
    "2001, 187, two-slots+battery-energy-alt2+pv-strings+pause-mode",
    "2003, 920, two-slots+pv-strings+pause-mode+pause-slot",
    "2001, 302, two-slots+combined-generation+pv-strings+pause-mode+pause-slot+pack-current",
    "2001, 303, ten-slots+combined-generation+pv-strings+pause-mode+pause-slot+pack-current",
    "2101, 100, two-slots+pv-strings+pause-mode+pause-slot",
    "2201, 100, two-slots+pv-strings+pause-mode+pause-slot+pack-current",
    "3001, 199, two-slots+ac-rates+ac-block+pv-beside+ac-coupled",
    "3001, 200, two-slots+ac-rates+ac-block+pause-mode+pv-beside+ac-coupled",
    "3001, 215, two-slots+ac-rates+ac-block+pause-mode+pv-beside+pack-current+ac-coupled"
  })
  void theFirmwareDecidesWhatAModelCanDo(String code, int arm, String extras) {
    Identity identity = identify(code, arm);
    Set<String> expected = new TreeSet<>(Arrays.asList(extras.split("\\+")));
    expected.addAll(
        Set.of("known", "single-phase", "controls", "lv-battery", identity.model().name()));

    assertThat(identity.traits()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2301, false",
    "5001, false",
    "7001, false",
    "4004, true",
    "8102, true",
    "8001, true"
  })
  void aTraitMayFollowFromTraitsFurtherUp(String code, boolean controls) {
    assertThat(identify(code, 100).can("controls")).isEqualTo(controls);
    assertThat(tables.models().variants())
        .filteredOn(variant -> variant.traits().contains("several-units"))
        .isNotEmpty()
        .allMatch(variant -> variant.traits().contains("controls"));
  }

  @Test
  void anUnknownModelCanDoNothing() {
    assertThat(identify("9999", 500).traits()).containsExactly("UNKNOWN");
    assertThat(tables.models().fallback().model().name()).isEqualTo("UNKNOWN");
  }

  @Test
  void theInvertersOwnRatingCountsWhereTheTablesHaveNone() {
    assertThat(tables.models().identify("", "2009", 449, Optional.of(3600)).ratedWatts())
        .contains(3600);
    assertThat(tables.models().identify("", "2001", 449, Optional.of(3600)).ratedWatts())
        .contains(5000);
  }

  @Test
  void aDeviceHasTheTraitsOfItsInverterAndItsOwnAddress() {
    assertThat(ModelTables.traitsAt(identify("3001", 282), 0x31))
        .contains("AC", "ac-block", "addr:0x31");
  }

  @Test
  void aModelIsProvenWhereARecordingBacksIt() {
    List<String> proven =
        StreamSupport.stream(tables.models().all().spliterator(), false)
            .filter(Model::proven)
            .map(Model::name)
            .toList();

    assertThat(proven)
        .containsExactlyInAnyOrder(
            "HYBRID_GEN1",
            "HYBRID_GEN2",
            "AC",
            "ALL_IN_ONE",
            "HYBRID_HV_GEN3",
            "HYBRID_3PH",
            "GATEWAY",
            "EMS");
  }

  @Test
  void forEveryModelEachNameOfARegisterStandsOnce() {
    for (ModelTables.Variant variant : tables.models().variants()) {
      Set<String> traits = new TreeSet<>(variant.traits());
      traits.add("addr:0x11");
      for (RegisterMap map : ShippedTables.maps()) {
        List<String> names =
            new ArrayList<>(map.forTraits(traits).rows().stream().map(RegisterRow::name).toList());
        assertThat(names).as("%s for %s", map.name(), traits).doesNotHaveDuplicates();
      }
    }
  }
}
