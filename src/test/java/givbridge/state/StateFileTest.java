package givbridge.state;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Mark;
import givbridge.command.Remembered;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantMemo.Part;
import givbridge.plant.Seat;
import givbridge.tables.Faults;
import givbridge.tariff.Account;
import givbridge.tariff.Battery;
import givbridge.tariff.Period;
import givbridge.tariff.Rate;
import givbridge.testing.MutableClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final Mark MARK =
      new Mark(
          new BigDecimal("8837.90"),
          Instant.parse("2026-06-01T12:00:00.125Z"),
          Optional.of(LocalDate.parse("2026-06-01")),
          2);
  private static final Mark LIFELONG = new Mark(BigDecimal.ONE, Instant.EPOCH, Optional.empty(), 0);

  /** Held, since the log manager forgets what nobody holds. */
  private static final Logger LOG = Logger.getLogger("state");

  @TempDir private Path folder;

  private final MutableClock clock = new MutableClock(Instant.parse("2026-06-01T12:00:00Z"));

  private StateFile open() {
    Faults faults = new Faults();
    Optional<StateFile> file = StateFile.open(folder, clock, faults);
    assertThat(faults.list()).isEmpty();
    return file.orElseThrow();
  }

  private List<String> faults() {
    Faults faults = new Faults();
    StateFile.open(folder, clock, faults).ifPresent(StateFile::close);
    return faults.list();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void marksComeBackExactlyForTheirInverterAlone() {
    try (StateFile file = open()) {
      new CounterMarks(file).save("A", Map.of("x/y", MARK, "z", LIFELONG));
      new CounterMarks(file).save("B", Map.of("x/y", LIFELONG));
    }
    try (StateFile file = open()) {
      CounterMarks marks = new CounterMarks(file);
      assertThat(marks.load("A")).isEqualTo(Map.of("x/y", MARK, "z", LIFELONG));
      marks.save("A", Map.of("x/y", LIFELONG));
      assertThat(marks.load("A")).containsEntry("x/y", LIFELONG).hasSize(2);
      assertThat(marks.load("C")).isEmpty();
    }
  }

  @Test
  void rememberedRegistersAndRecordsComeBack() {
    try (StateFile file = open()) {
      new RememberedRegisters(file).save("A", new Remembered(Map.of("reserve", 20)));
      new Records(file, "topology").save("A", new Records.Entry(1, "{}"));
      new Records(file, "topology").save("A", new Records.Entry(2, "[]"));
    }
    try (StateFile file = open()) {
      assertThat(new RememberedRegisters(file).load("A").value("reserve")).contains(20);
      assertThat(new RememberedRegisters(file).load("B")).isEqualTo(Remembered.NOTHING);
      assertThat(new Records(file, "topology").load("A")).contains(new Records.Entry(2, "[]"));
      assertThat(new Records(file, "other").load("A")).isEmpty();
    }
  }

  @Test
  void anAccountComesBackExactly() {
    Account account =
        new Account(
            Rate.NIGHT,
            new Period(new BigDecimal("1.10"), new BigDecimal("8837.9"), BigDecimal.ZERO),
            new Period(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO),
            new BigDecimal("0.215"),
            new Battery(BigDecimal.ONE, BigDecimal.TEN, 987_654, BigDecimal.ZERO, BigDecimal.ONE),
            LocalDateTime.parse("2026-06-01T23:30:05"),
            new BigDecimal("8839.00"));
    Account earlier =
        new Account(
            Rate.DAY,
            account.night(),
            account.day(),
            account.perKwhToday(),
            account.battery(),
            account.wall(),
            account.imported());
    try (StateFile file = open()) {
      new TariffAccounts(file).save("A", earlier);
      new TariffAccounts(file).save("A", account);
    }
    try (StateFile file = open()) {
      assertThat(new TariffAccounts(file).load("A")).contains(account);
      assertThat(new TariffAccounts(file).load("B")).isEmpty();
    }
  }

  @Test
  void aPlantComesBackForItsConnectionAlone() {
    PlantMemo plant =
        new PlantMemo(
            "CE2204G001",
            "8102",
            302,
            Optional.of(6000),
            Set.of("known", "hv-battery"),
            List.of(
                new Part("inverter", new Seat(0x11, 0, 1), "CE2204G001", Optional.empty()),
                new Part("stack", new Seat(0x70, 0, 1), "1", Optional.of(0)),
                new Part("module", new Seat(0x50, 120, 2), "HX0001", Optional.of(1))));
    try (StateFile file = open()) {
      new RememberedPlants(file, "a:8899").remember(plant);
    }
    try (StateFile file = open()) {
      assertThat(new RememberedPlants(file, "a:8899").recall()).contains(plant);
      assertThat(new RememberedPlants(file, "b:8899").recall()).isEmpty();
      new Records(file, "plant").save("b:8899", new Records.Entry(1, "{"));
      assertThat(new RememberedPlants(file, "b:8899").recall()).isEmpty();
      new Records(file, "plant").save("a:8899", new Records.Entry(2, "{}"));
      assertThat(new RememberedPlants(file, "a:8899").recall()).isEmpty();
    }
  }

  @Test
  void theNativeLibraryIsUnpackedOnceIntoTheFolder() throws IOException {
    open().close();
    List<String> first = names();
    open().close();
    assertThat(names()).containsExactlyInAnyOrderElementsOf(first);
    assertThat(first).filteredOn(name -> name.startsWith("sqlite-")).hasSize(1);
  }

  @Test
  void aFileThatIsNoDatabaseIsSetAsideAndANewOneBegun() throws IOException {
    Files.writeString(folder.resolve("givbridge.db"), "not a database at all".repeat(100));
    try (StateFile file = open()) {
      new CounterMarks(file).save("A", Map.of("x", MARK));
      assertThat(new CounterMarks(file).load("A")).hasSize(1);
    }
    assertThat(names()).contains("givbridge.db.broken-20260601-120000");
  }

  @Test
  void aFileWithBrokenPagesIsSetAside() throws IOException {
    try (StateFile file = open()) {
      new CounterMarks(file).save("A", Map.of("x", MARK));
    }
    byte[] noise = new byte[3000];
    java.util.Arrays.fill(noise, (byte) 0x5A);
    Path broken = folder.resolve("givbridge.db");
    byte[] bytes = Files.readAllBytes(broken);
    System.arraycopy(noise, 0, bytes, 4096, noise.length);
    Files.write(broken, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    try (StateFile file = open()) {
      assertThat(new CounterMarks(file).load("A")).isEmpty();
    }
    assertThat(names()).contains("givbridge.db.broken-20260601-120000");
  }

  @Test
  void anOlderFileIsBroughtUpToDateWithAllThatItHolds() throws IOException {
    String first = Files.readString(Path.of("src/main/resources/state/1.sql"));
    try (StateFile old =
        StateFile.open(folder, clock, new Faults(), new Migrations(List.of(first))).orElseThrow()) {
      new CounterMarks(old).save("A", Map.of("x", MARK));
    }
    try (StateFile file = open()) {
      assertThat(new CounterMarks(file).load("A")).containsEntry("x", MARK);
      new Records(file, "kind").save("A", new Records.Entry(1, "text"));
      assertThat(new Records(file, "kind").load("A")).isPresent();
    }
  }

  @Test
  void aFileOfALaterVersionIsAFaultInWordsAndStaysAsItIs() throws IOException {
    StateFile.open(
            folder,
            clock,
            new Faults(),
            new Migrations(List.of("CREATE TABLE a (x);\n", "", "", "", "", "", "", "", "")))
        .orElseThrow()
        .close();
    assertThat(faults())
        .singleElement()
        .asString()
        .contains("later version of GivBridge", "it has version 9");
    assertThat(names()).contains("givbridge.db").noneMatch(name -> name.contains("broken"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsAFaultInWords() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "").resolve("state");
    assertThat(faults()).singleElement().asString().contains("STATE_DIR", "make it writable");
  }

  @Test
  void onAFullDiskWhatHasItsPlaceIsKeptAndTheRestAsSoonAsThereIsRoom() {
    Map<String, Mark> more = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      more.put("Energy/Total/A_Counter_Of_The_Plant_" + i, MARK);
    }
    List<String> told = new ArrayList<>();
    Handler handler = listener(told);
    LOG.addHandler(handler);
    LOG.setLevel(Level.INFO);
    try (StateFile file = open()) {
      CounterMarks marks = new CounterMarks(file);
      marks.save("A", Map.of("x", LIFELONG));
      FullDisk.fill(file);
      more.put("x", MARK);
      marks.save("A", more);
      marks.save("B", Map.of("x", MARK));
      assertThat(marks.load("A")).containsEntry("x", MARK).hasSizeLessThan(400);
      assertThat(told)
          .singleElement()
          .asString()
          .contains("cannot be written", "SQLITE_FULL", "make room where STATE_DIR is");

      FullDisk.empty(file);
      clock.advance(Duration.ofMinutes(6));
      marks.save("A", Map.of());
      marks.save("B", Map.of());
      assertThat(told).hasSize(2).last().asString().contains("can be written again");
    } finally {
      LOG.removeHandler(handler);
      LOG.setLevel(null);
    }
    try (StateFile file = open()) {
      assertThat(new CounterMarks(file).load("A")).isEqualTo(more);
      assertThat(new CounterMarks(file).load("B")).containsEntry("x", MARK);
    }
  }

  private static Handler listener(List<String> told) {
    return new Handler() {
      @Override
      public void publish(LogRecord event) {
        told.add(new SimpleFormatter().formatMessage(event));
      }

      @Override
      public void flush() {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  @Test
  void whatCannotBeWrittenStopsNothing() {
    StateFile file = open();
    CounterMarks marks = new CounterMarks(file);
    marks.save("A", Map.of("x", MARK));
    file.close();
    marks.save("A", Map.of("x", LIFELONG));
    assertThat(marks.load("A")).isEmpty();
    try (StateFile again = open()) {
      assertThat(new CounterMarks(again).load("A")).containsEntry("x", MARK);
    }
  }
}
