package givbridge.registers;

import static java.util.stream.Collectors.toMap;
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
  private static Map<Integer, String> known() {
    Map<Integer, String> known = new TreeMap<>();
    List.of(20, 27, 59, 96, 166).forEach(r -> known.put(r, "0..1"));
    List.of(50).forEach(r -> known.put(r, "0..100"));
    List.of(29, 318).forEach(r -> known.put(r, "0..3"));
    known.putAll(
        Map.of(
            35,
            "0..99",
            36,
            "1..12",
            37,
            "1..31",
            38,
            "0..23",
            39,
            "0..59",
            40,
            "0..59",
            163,
            "100..100"));
    List.of(111, 112).forEach(r -> known.put(r, "0..50"));
    List.of(110, 114, 116).forEach(r -> known.put(r, "4..100"));
    List.of(313, 314).forEach(r -> known.put(r, "1..100"));
    List.of(44, 45, 56, 57, 94, 95, 243, 244, 319, 320).forEach(r -> known.put(r, "0..2359"));
    CHARGE_SLOTS.forEach(r -> List.of(r, r + 1).forEach(at -> known.put(at, "0..2359")));
    DISCHARGE_SLOTS.forEach(r -> List.of(r, r + 1).forEach(at -> known.put(at, "0..2359")));
    every(3, 242, 269).forEach(r -> known.put(r, "4..100"));
    every(3, 272, 299).forEach(r -> known.put(r, "4..100"));
    return known;
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
    Map<Integer, String> shipped =
        writable.stream()
            .collect(
                toMap(
                    RegisterRow::address,
                    row -> shown(row.writable().orElseThrow()),
                    (one, other) -> one,
                    TreeMap::new));

    assertThat(shipped).isEqualTo(known());
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
