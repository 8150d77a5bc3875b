package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.RegisterRow.Bounds;
import givbridge.testing.ShippedTables;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the maps allow to be written, held against what is known to be safe. */
class WritableRowsTest {
  private static final List<Integer> CHARGE_SLOTS = every(3, 246, 267);
  private static final List<Integer> DISCHARGE_SLOTS = every(3, 276, 297);

  private final List<RegisterRow> writable =
      ShippedTables.maps().stream()
          .flatMap(map -> map.rows().stream())
          .filter(row -> row.writable().isPresent())
          .toList();

  private static List<Integer> every(int step, int from, int to) {
    return IntStream.rangeClosed(0, (to - from) / step).mapToObj(i -> from + i * step).toList();
  }

  /** Limits of grid protection, of installers, of resets, and registers that are no settings. */
  private static Set<Integer> forbidden() {
    Set<Integer> all =
        new HashSet<>(
            List.of(26, 31, 32, 101, 102, 104, 115, 162, 164, 165, 172, 174, 177, 199, 201));
    IntStream.rangeClosed(63, 83).forEach(all::add);
    IntStream.rangeClosed(117, 120).forEach(all::add);
    IntStream.rangeClosed(300, 317).filter(r -> r != 313 && r != 314).forEach(all::add);
    IntStream.rangeClosed(321, 359).forEach(all::add);
    all.addAll(List.of(240, 241, 270, 271, 273, 274));
    return all;
  }

  /** Register to the range that clients of the field write to it, as low..high. */
  private static Map<Integer, String> common() {
    Map<Integer, String> known = new TreeMap<>();
    put(known, "0..1", 20, 27, 59, 166);
    put(known, "0..99", 35);
    put(known, "1..12", 36);
    put(known, "1..31", 37);
    put(known, "0..23", 38);
    put(known, "0..59", 39, 40);
    put(known, "0..100", 50);
    put(known, "4..100", 114);
    put(known, "100..100", 163);
    CHARGE_SLOTS.forEach(r -> put(known, "0..2359", r, r + 1));
    DISCHARGE_SLOTS.forEach(r -> put(known, "0..2359", r, r + 1));
    every(3, 242, 269).forEach(r -> put(known, "4..100", r));
    every(3, 272, 299).forEach(r -> put(known, "4..100", r));
    return known;
  }

  private static Map<Integer, String> singlePhase() {
    Map<Integer, String> known = gateway();
    put(known, "0..3", 29);
    put(known, "0..50", 111, 112);
    return known;
  }

  /** Its All-in-Ones take their rates in percent of the inverter's power. */
  private static Map<Integer, String> gateway() {
    Map<Integer, String> known = common();
    put(known, "0..1", 96);
    put(known, "0..3", 318);
    put(known, "4..100", 110, 116);
    put(known, "1..100", 313, 314);
    put(known, "0..2359", 44, 45, 56, 57, 94, 95, 243, 244, 319, 320);
    return known;
  }

  /** Slots, rates, reserve and target have registers of their own there. */
  private static Map<Integer, String> threePhase() {
    Map<Integer, String> known = common();
    put(known, "0..3", 29);
    put(known, "0..50", 111, 112);
    put(known, "0..100", 1002);
    put(known, "4..100", 1078, 1109, 1111);
    put(known, "1..100", 1108, 1110);
    put(known, "0..1", 1112, 1122, 1123);
    put(known, "0..2359", 1113, 1114, 1115, 1116, 1118, 1119, 1120, 1121);
    return known;
  }

  private static Map<Integer, String> ems() {
    Map<Integer, String> known = new TreeMap<>();
    put(known, "0..1", 2040);
    every(3, 2044, 2068).forEach(r -> put(known, "0..2359", r, r + 1));
    every(3, 2046, 2070).forEach(r -> put(known, "4..100", r));
    put(known, "0..65000", 2071);
    return known;
  }

  private static void put(Map<Integer, String> known, String range, Integer... registers) {
    List.of(registers).forEach(register -> known.put(register, range));
  }

  @Test
  void nothingThatCouldHarmAPlantOrItsGridIsWritable() {
    assertThat(writable)
        .flatExtracting(RegisterRow::addresses)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(forbidden());
  }

  @Test
  void exactlyTheKnownSettingsAreWritableEachWithinItsKnownRange() {
    Map<String, Map<Integer, String>> shipped = new TreeMap<>();
    for (RegisterMap map : ShippedTables.maps()) {
      map.rows().stream()
          .filter(row -> row.writable().isPresent())
          .forEach(
              row ->
                  shipped
                      .computeIfAbsent(map.name(), name -> new TreeMap<>())
                      .put(row.address(), shown(row.writable().orElseThrow())));
    }

    assertThat(shipped)
        .isEqualTo(
            Map.of(
                "inverter-single-phase",
                singlePhase(),
                "inverter-three-phase",
                threePhase(),
                "gateway",
                gateway(),
                "ems",
                ems()));
  }

  @Test
  void onAThreePhaseInverterTheRegistersThatOthersHaveForTheSameAreLeftAlone() {
    assertThat(threePhase().keySet())
        .doesNotContain(31, 32, 44, 45, 56, 57, 94, 95, 96, 110, 116, 243, 244, 313, 314);
  }

  private static String shown(Bounds bounds) {
    return bounds.min().map(BigDecimal::toPlainString).orElseThrow()
        + ".."
        + bounds.max().map(BigDecimal::toPlainString).orElseThrow();
  }

  @Test
  void everyWritableRowIsOneWholeHoldingRegister() {
    assertThat(writable)
        .allSatisfy(
            row -> {
              assertThat(row.bank()).isEqualTo(Bank.HR);
              assertThat(row.addresses()).hasSize(1);
              assertThat(row.type())
                  .isIn(
                      RegisterType.UINT16, RegisterType.BOOL, RegisterType.ENUM, RegisterType.TIME);
            });
  }

  @Test
  void everyNumberThatMayBeWrittenCanBeRead() {
    assertThat(writable)
        .filteredOn(row -> row.type() == RegisterType.UINT16)
        .allSatisfy(
            row ->
                assertThat(List.of(row.writable().orElseThrow().min(), row.writable().get().max()))
                    .allSatisfy(
                        limit ->
                            assertThat(limit.map(row.bounds()::contains))
                                .isEqualTo(Optional.of(true))));
  }

  @Test
  void aWritableNumberIsRawSoThatItsRangeIsThatOfTheRegister() {
    assertThat(writable).allSatisfy(row -> assertThat(row.scale()).isEqualTo(BigDecimal.ONE));
  }
}
