package givbridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.link.LinkException.Cause;
import givbridge.link.PlantLink.Purpose;
import givbridge.modbus.Envelope;
import givbridge.modbus.FakeDongle;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.Lanes;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import givbridge.testing.HastyLane;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks asked for together, over a real socket. */
@Timeout(20)
class LanePlantLinkTest {
  private static final int INVERTER = 0x11;
  private static final int SILENT = 900;
  private static final Duration SHORT = Duration.ofMillis(40);

  private final Lanes lanes = new Lanes(Clock.systemUTC());
  private final List<Answer> taken = new ArrayList<>();
  private FakeDongle dongle;
  private PlantLink link;

  @BeforeEach
  void open() throws IOException {
    dongle = new FakeDongle(LanePlantLinkTest::answer);
    LaneAddress address = new LaneAddress("inverter 1", "127.0.0.1", dongle.port());
    link =
        new LanePlantLink(
            lanes.lane(address, HastyLane.policy(1, SHORT), reply -> {}),
            INVERTER,
            Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    lanes.close();
    dongle.close();
  }

  private static List<byte[]> answer(Request request) {
    int base = request.key().base();
    int[] words = IntStream.range(base, base + request.key().count()).toArray();
    return base >= SILENT
        ? List.of()
        : List.of(Envelope.encodeReply("WG0000G000", Reply.of(request.key(), "EA0000G000", words)));
  }

  private static List<Ask> asks(int... bases) {
    return IntStream.of(bases)
        .mapToObj(base -> new BlockKey(INVERTER, new BlockSpec(Bank.IR, base, 2)))
        .map(key -> new Ask(key, key.spec().base() < SILENT ? Purpose.POLL : Purpose.PROBE))
        .toList();
  }

  private boolean read(int... bases) throws LinkException {
    return link.readAll(
        asks(bases),
        new AnswerTaker() {
          @Override
          public boolean goesOn(Answer answer) {
            return answer instanceof Answer.Came;
          }

          @Override
          public void take(Answer answer) {
            taken.add(answer);
          }
        });
  }

  @Test
  void allBlocksComeInTheirOrder() throws LinkException {
    assertThat(read(0, 60, 120)).isTrue();

    assertThat(taken).extracting(answer -> answer.key().spec().base()).containsExactly(0, 60, 120);
    assertThat(taken)
        .allSatisfy(
            answer ->
                assertThat(
                        ((Answer.Came) answer)
                            .block()
                            .word(Bank.IR, answer.key().spec().base() + 1))
                    .isEqualTo(answer.key().spec().base() + 1));
  }

  @Test
  void nothingIsSentAfterTheAnswerThatEndsTheReading() throws LinkException {
    assertThat(read(0, SILENT, 60, 120)).isFalse();
    assertThat(read(180)).isTrue();

    assertThat(taken.get(1))
        .isInstanceOfSatisfying(
            Answer.Missing.class,
            missing -> assertThat(missing.why().why()).isEqualTo(Cause.NO_ANSWER));
    assertThat(dongle.received)
        .extracting(frame -> ((Request) frame).key().base())
        .containsExactly(0, SILENT, 180);
  }

  @Test
  void aDongleThatHangsUpEndsTheReading() throws IOException, LinkException {
    dongle.close();

    assertThat(read(0, 60)).isFalse();

    assertThat(taken)
        .singleElement()
        .isInstanceOfSatisfying(
            Answer.Missing.class,
            missing -> assertThat(missing.why().why()).isEqualTo(Cause.OFFLINE));
  }

  @Test
  void noBlocksAreSoonRead() throws LinkException {
    assertThat(read()).isTrue();
    assertThat(taken).isEmpty();
  }
}
