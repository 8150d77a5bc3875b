package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.simulator.SimulatorOptions.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapturePlantTest {

  private static final Path CAPTURE =
      Path.of("src/test/resources/captures/hybrid_gen2_arm920_60s.log");
  private static final RequestKey SETTINGS = RequestKey.holding(0x11, 0, 60);

  @Test
  void aServedRecordingGivesTheRegistersThatWereRecorded() throws IOException {
    Source source = new Source.Recorded("gen2", Files.readAllLines(CAPTURE), false);
    try (Simulator simulator = Simulator.start(SimulatorOptions.of(source));
        WireClient client = new WireClient(simulator)) {
      client.ask(SETTINGS);
      Reply reply = (Reply) client.next();
      assertThat(reply.words()[0]).isEqualTo(0x2003);
      assertThat(reply.words()[21]).isEqualTo(920);
      client.ask(RequestKey.input(0x32, 97, 1));
      assertThat(((Reply) client.next()).words()).containsExactly(16);
      client.ask(RequestKey.holding(0x11, 2000, 5));
      assertThat(client.isQuiet()).isTrue();
      assertThat(simulator.status()).containsEntry("plant", "gen2");
    }
  }

  @Test
  void unknownBlocksAndAddressesCanBeRefused() throws IOException {
    CapturePlant plant = new CapturePlant("gen2", Files.readAllLines(CAPTURE), true);
    for (RequestKey key :
        List.of(RequestKey.holding(0x11, 2000, 5), RequestKey.input(0x44, 60, 60))) {
      assertThat(plant.read(key))
          .isInstanceOfSatisfying(
              Outcome.Answered.class,
              answered -> assertThat(answered.frame()).isInstanceOf(Refusal.class));
    }
  }

  @Test
  void whatWasRefusedInARecordingIsRefusedAgainAndTheRestIsSilent() {
    byte[] refusal =
        Envelope.encodeRefusal("WJ2414G108", new Refusal(0x11, 3, 1100, 0, "CH2414G308"));
    List<String> lines = List.of("rx: " + HexFormat.of().formatHex(refusal));
    CapturePlant plant = new CapturePlant("all-in-one", lines, false);
    assertThat(plant.read(RequestKey.holding(0x11, 1100, 60)))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered -> assertThat(answered.frame()).isInstanceOf(Refusal.class));
    assertThat(plant.read(RequestKey.input(0x11, 1100, 60))).isEqualTo(new Outcome.Silent());
  }

  /** All recordings of the folder that the system property {@code givbridge.captures} names. */
  static List<Path> recordings() throws IOException {
    Path all = Path.of(System.getProperty("givbridge.captures", "src/test/resources/captures"));
    try (Stream<Path> files = Files.walk(all)) {
      return files.filter(file -> file.toString().matches(".*\\.(log|txt)")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void everyRecordingCanBeServed(Path recording) throws IOException {
    CapturePlant plant =
        new CapturePlant(recording.toString(), Files.readAllLines(recording), false);
    assertThat(plant.dongleSerial()).hasSize(10);
    assertThat(plant.inverterSerial()).matches("[A-Z]{2,3}\\d{4,7}(G\\d{3})?");
    assertThat((Integer) plant.status().get("devices")).isPositive();
  }

  @Test
  void writesAreKept() throws IOException {
    CapturePlant plant = new CapturePlant("gen2", Files.readAllLines(CAPTURE), false);
    plant.write(RequestKey.write(0x11, 20), 1);
    assertThat(words(plant, RequestKey.holding(0x11, 20, 1))).containsExactly(1);
    assertThat(plant.write(RequestKey.write(0x11, 2000), 1)).isEqualTo(new Outcome.Silent());
  }

  @Test
  void bothFormsOfLinesAreReadAndOtherLinesAreNot() throws IOException {
    List<String> recorded =
        Files.readAllLines(CAPTURE).stream()
            .filter(line -> line.contains(" rx ") || line.startsWith("rx: "))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .toList();
    List<String> bare = new ArrayList<>(List.of("# a remark", "", "tx: 5959"));
    recorded.forEach(hex -> bare.add("rx: " + hex));
    CapturePlant plant = new CapturePlant("bare", bare, false);
    assertThat(words(plant, SETTINGS)[0]).isEqualTo(0x2003);
    assertThat(plant.status()).containsEntry("plant", "bare");
  }

  private static int[] words(Plant plant, RequestKey key) {
    return ((Reply) ((Outcome.Answered) plant.read(key)).frame()).words();
  }
}
